import { characterFill } from "./characterFill.ts";
import { characterLength } from "./characterLength.ts";

/** `u.ljust(width, fill)` of a `unicode`. */
export function unicodeLjust(text: string, width: number, fill = " "): string {
  const filling = characterFill(fill).repeat(Math.max(width - characterLength(text), 0));
  return text + filling;
}
