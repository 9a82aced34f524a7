import { bounds } from "./bounds.ts";
import { toByteString } from "./toByteString.ts";

/** `s.find(part, start, stop)`: the position of the first one between the bounds, in bytes, or -1. */
export function find(text: string, part: string, start: number | null = null, stop: number | null = null): number {
  const bytes = toByteString(text);
  const [from, to] = bounds(bytes.length, start, stop);
  if (from > to) return -1;
  const at = bytes.slice(from, to).indexOf(toByteString(part));
  return at < 0 ? -1 : at + from;
}
