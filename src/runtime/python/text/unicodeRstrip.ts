import { unicodeSpace } from "./unicodeSpace.ts";

const SPACE = new RegExp(`[${unicodeSpace}]`);

/** `u.rstrip(characters)` of a `unicode`: without those that stand at the end, white space by default. */
export function unicodeRstrip(text: string, characters: string | null = null): string {
  const kept = [...text];
  const set = new Set(characters ?? "");
  const to = kept.findLastIndex((character) => (characters === null ? !SPACE.test(character) : !set.has(character)));
  return kept.slice(0, to + 1).join("");
}
