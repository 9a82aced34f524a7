import { unicodeLstrip } from "./unicodeLstrip.ts";
import { unicodeRstrip } from "./unicodeRstrip.ts";

/** `u.strip(characters)` of a `unicode`: without those that stand at both ends, white space by default (JavaScript's trim takes others). */
export function unicodeStrip(text: string, characters: string | null = null): string {
  return unicodeRstrip(unicodeLstrip(text, characters), characters);
}
