import { unicodeLower } from "./unicodeLower.ts";
import { unicodeUpper } from "./unicodeUpper.ts";

/** `u.swapcase()` of a `unicode`. Letters in title case stay. */
export function unicodeSwapcase(text: string): string {
  return text.replace(/(\p{Lu})|[\p{Ll}\xaa\xba]/gu, (letter, upper?: string) =>
    upper === undefined ? unicodeUpper(letter) : unicodeLower(letter),
  );
}
