import { byteLength } from "./byteLength.ts";
import { fillCharacter } from "./fillCharacter.ts";

/** `s.center(width, fill)` of a `str`. Of an odd rest the left side gets more if the width is odd too. */
export function center(text: string, width: number, fill = " "): string {
  const character = fillCharacter(fill, "center");
  const missing = Math.max(width - byteLength(text), 0);
  const left = Math.floor(missing / 2) + (missing % 2 === 1 && Math.abs(width % 2) === 1 ? 1 : 0);
  return character.repeat(left) + text + character.repeat(missing - left);
}
