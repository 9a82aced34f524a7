import { characterFill } from "./characterFill.ts";
import { characterLength } from "./characterLength.ts";

/** `u.rjust(width, fill)` of a `unicode`. */
export function unicodeRjust(text: string, width: number, fill = " "): string {
  const filling = characterFill(fill).repeat(Math.max(width - characterLength(text), 0));
  return filling + text;
}
