import { byteLength } from "./byteLength.ts";
import { fillCharacter } from "./fillCharacter.ts";

/** `s.ljust(width, fill)` of a `str`. */
export function ljust(text: string, width: number, fill = " "): string {
  return text + fillCharacter(fill, "ljust").repeat(Math.max(width - byteLength(text), 0));
}
