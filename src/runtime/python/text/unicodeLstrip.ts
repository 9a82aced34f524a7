import { unicodeSpace } from "./unicodeSpace.ts";

const AT_START = new RegExp(`^[${unicodeSpace}]+`);

/** `u.lstrip(characters)` of a `unicode`: without those that stand at the beginning, white space by default. */
export function unicodeLstrip(text: string, characters: string | null = null): string {
  if (characters === null) return text.replace(AT_START, "");
  const kept = [...text];
  const set = new Set(characters);
  const from = kept.findIndex((character) => !set.has(character));
  return from < 0 ? "" : kept.slice(from).join("");
}
