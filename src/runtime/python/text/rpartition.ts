import { ValueError } from "../exceptions/ValueError.ts";

/** `s.rpartition(separator)`: what is before the last separator, it, and what is after; or twice nothing and all of the text. */
export function rpartition(text: string, separator: string): [before: string, separator: string, after: string] {
  if (separator === "") throw new ValueError("empty separator");
  const at = text.lastIndexOf(separator);
  return at < 0 ? ["", "", text] : [text.slice(0, at), separator, text.slice(at + separator.length)];
}
