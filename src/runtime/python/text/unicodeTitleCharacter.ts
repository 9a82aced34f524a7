import { unicodeUpper } from "./unicodeUpper.ts";

/** A character in title case, which is upper case for all but the letters that are two. */
export function unicodeTitleCharacter(character: string): string {
  const pair = /[\u01c4-\u01c6]/.test(character)
    ? "\u01c5"
    : /[\u01c7-\u01c9]/.test(character)
      ? "\u01c8"
      : /[\u01ca-\u01cc]/.test(character)
        ? "\u01cb"
        : /[\u01f1-\u01f3]/.test(character)
          ? "\u01f2"
          : null;
  return pair ?? unicodeUpper(character);
}
