import { fromByteString } from "./fromByteString.ts";
import { toByteString } from "./toByteString.ts";

/** `s.lstrip(characters)` of a `str`: without the bytes that stand at the beginning, ASCII white space by default. */
export function lstrip(text: string, characters: string | null = null): string {
  if (characters === null) return text.replace(/^[ \t-\r]+/, "");
  const set = toByteString(characters);
  const bytes = toByteString(text);
  let start = 0;
  while (start < bytes.length && set.includes(bytes.charAt(start))) start++;
  return fromByteString(bytes.slice(start));
}
