import type { Integer } from "./Integer.ts";

/** `-x` of an integer of any size. */
export function longNegate(x: Integer): Integer {
  return typeof x === "number" ? 0 - x : -x;
}
