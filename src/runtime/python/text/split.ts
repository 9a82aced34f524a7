import { ValueError } from "../exceptions/ValueError.ts";
import { fromByteString } from "./fromByteString.ts";
import { toByteString } from "./toByteString.ts";

/** `s.split(separator, limit)`: at most `limit` times, if it is not negative. Without a separator, at white space, of which none is left at the ends. */
export function split(text: string, separator: string | null = null, limit = -1): string[] {
  if (separator === "") throw new ValueError("empty separator");
  const bytes = toByteString(text);
  const parts = separator === null ? splitAtSpace(bytes, limit) : splitAt(bytes, toByteString(separator), limit);
  return parts.map(fromByteString);
}

function splitAt(bytes: string, separator: string, limit: number): string[] {
  const parts = bytes.split(separator);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
}

function splitAtSpace(bytes: string, limit: number): string[] {
  const words = [...bytes.matchAll(/[^ \t-\r]+/g)];
  const last = limit < 0 ? undefined : words[limit];
  const parts = words.slice(0, limit < 0 ? undefined : limit).map(([word]) => word);
  // What is beyond the limit is kept whole, with the space that ends it.
  return last === undefined ? parts : [...parts, bytes.slice(last.index)];
}
