import { unicodeSpace } from "./unicodeSpace.ts";

/** `u.isspace()` of a `unicode`: whether there are characters, and all are white space. */
export function unicodeIsspace(text: string): boolean {
  return new RegExp(`^[${unicodeSpace}]+$`).test(text);
}
