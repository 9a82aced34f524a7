import { lstrip } from "./lstrip.ts";
import { rstrip } from "./rstrip.ts";

/** `s.strip(characters)` of a `str`: without the bytes that stand at both ends, ASCII white space by default (JavaScript's trim takes more). */
export function strip(text: string, characters: string | null = null): string {
  return rstrip(lstrip(text, characters), characters);
}
