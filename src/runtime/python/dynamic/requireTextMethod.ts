import { noAttribute } from "./noAttribute.ts";

/** A value whose method is called as text's is: Python's AttributeError where it is no text. */
export function requireTextMethod(x: unknown, method: string): string {
  if (typeof x === "string") return x;
  throw noAttribute(x, method);
}
