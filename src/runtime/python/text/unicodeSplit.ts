import { ValueError } from "../exceptions/ValueError.ts";
import { unicodeSpace } from "./unicodeSpace.ts";

const WORD = new RegExp(`[^${unicodeSpace}]+`, "g");

/** `u.split(separator, limit)` of a `unicode`: as of a `str`, but without a separator at the white space of Unicode. */
export function unicodeSplit(text: string, separator: string | null = null, limit = -1): string[] {
  if (separator === "") throw new ValueError("empty separator");
  if (separator !== null) {
    const parts = text.split(separator);
    if (limit < 0 || parts.length <= limit + 1) return parts;
    return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
  }
  const words = [...text.matchAll(WORD)];
  const last = limit < 0 ? undefined : words[limit];
  const parts = words.slice(0, limit < 0 ? undefined : limit).map(([word]) => word);
  // What is beyond the limit is kept whole, with the space that ends it.
  return last === undefined ? parts : [...parts, text.slice(last.index)];
}
