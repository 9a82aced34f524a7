import type { Integer } from "./Integer.ts";
import { settle } from "./settle.ts";

/** `-x` of an integer of any size. */
export function longNegate(x: Integer): Integer {
  return typeof x === "number" ? 0 - x : settle(-x, x, x);
}
