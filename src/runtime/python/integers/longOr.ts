import type { Integer } from "./Integer.ts";
import { settle } from "./settle.ts";

/** `a | b` of integers of any size. */
export function longOr(a: Integer, b: Integer): Integer {
  return settle(BigInt(a) | BigInt(b), a, b);
}
