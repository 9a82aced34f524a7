import { ValueError } from "../exceptions/ValueError.ts";
import { fromByteString } from "./fromByteString.ts";
import { toByteString } from "./toByteString.ts";

/** `s.rsplit(separator, limit)`: as split, but a limit counts from the end. */
export function rsplit(text: string, separator: string | null = null, limit = -1): string[] {
  if (separator === "") throw new ValueError("empty separator");
  const bytes = toByteString(text);
  const parts = separator === null ? splitAtSpace(bytes, limit) : splitAt(bytes, toByteString(separator), limit);
  return parts.map(fromByteString);
}

function splitAt(bytes: string, separator: string, limit: number): string[] {
  const parts: string[] = [];
  let end = bytes.length;
  while (limit < 0 || parts.length < limit) {
    const at = end < separator.length ? -1 : bytes.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    parts.unshift(bytes.slice(at + separator.length, end));
    end = at;
  }
  return [bytes.slice(0, end), ...parts];
}

function splitAtSpace(bytes: string, limit: number): string[] {
  const words = [...bytes.matchAll(/[^ \t-\r]+/g)];
  const rest = limit < 0 ? undefined : words.at(-limit - 1);
  if (rest === undefined) return words.map(([word]) => word);
  // What is beyond the limit is kept whole, with the space that begins it.
  const kept = limit === 0 ? [] : words.slice(-limit).map(([word]) => word);
  return [bytes.slice(0, rest.index + rest[0].length), ...kept];
}
