import { byteLength } from "./byteLength.ts";
import { fillCharacter } from "./fillCharacter.ts";

/** `s.rjust(width, fill)` of a `str`. */
export function rjust(text: string, width: number, fill = " "): string {
  return fillCharacter(fill, "rjust").repeat(Math.max(width - byteLength(text), 0)) + text;
}
