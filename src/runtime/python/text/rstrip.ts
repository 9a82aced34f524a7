import { fromByteString } from "./fromByteString.ts";
import { toByteString } from "./toByteString.ts";

/** `s.rstrip(characters)` of a `str`: without the bytes that stand at the end, ASCII white space by default. */
export function rstrip(text: string, characters: string | null = null): string {
  const set = characters === null ? " \t\n\v\f\r" : toByteString(characters);
  const bytes = toByteString(text);
  let end = bytes.length;
  while (end > 0 && set.includes(bytes.charAt(end - 1))) end--;
  return end === bytes.length ? text : fromByteString(bytes.slice(0, end));
}
