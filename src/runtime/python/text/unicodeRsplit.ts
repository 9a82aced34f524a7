import { ValueError } from "../exceptions/ValueError.ts";
import { unicodeSpace } from "./unicodeSpace.ts";

const WORD = new RegExp(`[^${unicodeSpace}]+`, "g");

/** `u.rsplit(separator, limit)` of a `unicode`: as split, but a limit counts from the end. */
export function unicodeRsplit(text: string, separator: string | null = null, limit = -1): string[] {
  if (separator === "") throw new ValueError("empty separator");
  if (separator !== null) return splitAt(text, separator, limit);
  const words = [...text.matchAll(WORD)];
  const rest = limit < 0 ? undefined : words.at(-limit - 1);
  if (rest === undefined) return words.map(([word]) => word);
  // What is beyond the limit is kept whole, with the space that begins it.
  const kept = limit === 0 ? [] : words.slice(-limit).map(([word]) => word);
  return [text.slice(0, rest.index + rest[0].length), ...kept];
}

function splitAt(text: string, separator: string, limit: number): string[] {
  const parts: string[] = [];
  let end = text.length;
  while (limit < 0 || parts.length < limit) {
    const at = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    parts.unshift(text.slice(at + separator.length, end));
    end = at;
  }
  return [text.slice(0, end), ...parts];
}
