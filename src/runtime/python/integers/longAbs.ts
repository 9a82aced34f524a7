import type { Integer } from "./Integer.ts";

/** `abs(x)` of an integer of any size. */
export function longAbs(x: Integer): Integer {
  return x < 0 ? -x : x;
}
