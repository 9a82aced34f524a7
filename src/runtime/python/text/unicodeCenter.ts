import { characterFill } from "./characterFill.ts";
import { characterLength } from "./characterLength.ts";

/** `u.center(width, fill)` of a `unicode`. Of an odd rest the left side gets more if the width is odd too. */
export function unicodeCenter(text: string, width: number, fill = " "): string {
  const character = characterFill(fill);
  const missing = Math.max(width - characterLength(text), 0);
  const left = Math.floor(missing / 2) + (missing % 2 === 1 && Math.abs(width % 2) === 1 ? 1 : 0);
  return character.repeat(left) + text + character.repeat(missing - left);
}
