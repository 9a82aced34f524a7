import type { Integer } from "./Integer.ts";
import { settle } from "./settle.ts";

/** `a + b` of integers of any size. */
export function longAdd(a: Integer, b: Integer): Integer {
  if (typeof a === "number" && typeof b === "number" && Number.isSafeInteger(a + b)) return a + b + 0;
  return settle(BigInt(a) + BigInt(b), a, b);
}
