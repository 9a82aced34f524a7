import { bounds } from "./bounds.ts";
import { characterLength } from "./characterLength.ts";
import { characterSlice } from "./characterSlice.ts";

/** `u.endswith(part, start, stop)` of a `unicode`, with bounds in characters; several parts are a tuple in Python. */
export function unicodeEndswith(
  text: string,
  part: string | readonly string[],
  start: number | null = null,
  stop: number | null = null,
): boolean {
  const [from, to] = bounds(characterLength(text), start, stop);
  const parts = typeof part === "string" ? [part] : part;
  // An empty part is everywhere, even where the bounds cross.
  return parts.some((one) => one === "" || (from <= to && characterSlice(text, from, to).endsWith(one)));
}
