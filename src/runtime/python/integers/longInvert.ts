import type { Integer } from "./Integer.ts";
import { settle } from "./settle.ts";

/** `~x` of an integer of any size. */
export function longInvert(x: Integer): Integer {
  return settle(-1n - BigInt(x), x, 0);
}
