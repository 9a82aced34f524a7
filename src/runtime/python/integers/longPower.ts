import { PrecisionError } from "../exceptions/PrecisionError.ts";
import type { Integer } from "./Integer.ts";
import { settle } from "./settle.ts";

/** `a ** b` of integers of any size; b may not be negative, which would make a float. */
export function longPower(a: Integer, b: Integer): Integer {
  if (b < 0) throw new PrecisionError(b);
  return settle(BigInt(a) ** BigInt(b), a, b);
}
