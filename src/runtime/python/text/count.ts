import { bounds } from "./bounds.ts";
import { toByteString } from "./toByteString.ts";

/** `s.count(part, start, stop)`: how many there are between the bounds, of which none overlap. */
export function count(text: string, part: string, start: number | null = null, stop: number | null = null): number {
  const bytes = toByteString(text);
  const [from, to] = bounds(bytes.length, start, stop);
  if (from > to) return 0;
  return part === "" ? to - from + 1 : bytes.slice(from, to).split(toByteString(part)).length - 1;
}
