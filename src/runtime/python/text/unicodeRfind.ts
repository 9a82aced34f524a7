import { bounds } from "./bounds.ts";
import { characterLength } from "./characterLength.ts";
import { characterSlice } from "./characterSlice.ts";

/** `u.rfind(part, start, stop)` of a `unicode`: the position of the last one between the bounds, in characters, or -1. */
export function unicodeRfind(
  text: string,
  part: string,
  start: number | null = null,
  stop: number | null = null,
): number {
  const [from, to] = bounds(characterLength(text), start, stop);
  if (from > to) return -1;
  const within = characterSlice(text, from, to);
  const at = within.lastIndexOf(part);
  return at < 0 ? -1 : from + characterLength(within.slice(0, at));
}
