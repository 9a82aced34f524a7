import { sliceOf } from "./sliceOf.ts";

/** `s[start:stop:step]` of a `unicode`, whose positions are characters. */
export function characterSlice(
  text: string,
  start: number | null,
  stop: number | null,
  step: number | null = null,
): string {
  return sliceOf([...text], start, stop, step).join("");
}
