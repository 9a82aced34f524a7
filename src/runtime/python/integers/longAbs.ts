import type { Integer } from "./Integer.ts";
import { longNegate } from "./longNegate.ts";

/** `abs(x)` of an integer of any size. */
export function longAbs(x: Integer): Integer {
  return x < 0 ? longNegate(x) : x;
}
