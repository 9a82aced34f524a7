import { isAscii } from "./isAscii.ts";

/** `a == b` of a `str` and a `unicode`: they are never equal beyond ASCII, where Python cannot decode the `str`. */
export function sameText(a: string, b: string): boolean {
  return a === b && isAscii(a);
}
