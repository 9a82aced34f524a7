import { unicodeLower } from "./unicodeLower.ts";
import { unicodeTitleCharacter } from "./unicodeTitleCharacter.ts";

/** `u.title()` of a `unicode`: each run of letters that have case begins with title case, the rest is lower case. */
export function unicodeTitle(text: string): string {
  return text.replace(
    /([\p{Lu}\p{Ll}\p{Lt}\xaa\xba])([\p{Lu}\p{Ll}\p{Lt}\xaa\xba]*)|[^]/gu,
    (whole, first?: string, rest?: string) =>
      first === undefined ? unicodeTitleCharacter(whole) : unicodeTitleCharacter(first) + unicodeLower(rest ?? ""),
  );
}
