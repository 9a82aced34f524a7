import { ValueError } from "../exceptions/ValueError.ts";

/** `s.partition(separator)`: what is before the first separator, it, and what is after; or all of the text and twice nothing. */
export function partition(text: string, separator: string): [before: string, separator: string, after: string] {
  if (separator === "") throw new ValueError("empty separator");
  const at = text.indexOf(separator);
  return at < 0 ? [text, "", ""] : [text.slice(0, at), separator, text.slice(at + separator.length)];
}
