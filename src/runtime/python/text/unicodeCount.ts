import { bounds } from "./bounds.ts";
import { characterLength } from "./characterLength.ts";
import { characterSlice } from "./characterSlice.ts";

/** `u.count(part, start, stop)` of a `unicode`: how many there are between the bounds, of which none overlap. */
export function unicodeCount(
  text: string,
  part: string,
  start: number | null = null,
  stop: number | null = null,
): number {
  const [from, to] = bounds(characterLength(text), start, stop);
  if (from > to) return 0;
  return part === "" ? to - from + 1 : characterSlice(text, from, to).split(part).length - 1;
}
