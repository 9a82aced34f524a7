import { PrecisionError } from "../exceptions/PrecisionError.ts";
import { isLong } from "./isLong.ts";
import type { Integer } from "./Integer.ts";
import { settle } from "./settle.ts";

/** `a + b` of integers of any size. */
export function longAdd(a: Integer, b: Integer): Integer {
  if (typeof a === "number" && typeof b === "number" && Number.isSafeInteger(a + b)) return a + b + 0;
  const sum = settle(BigInt(a) + BigInt(b), a, b);
  // Two of opposite signs: whether an int is left or a long could not be told from here on.
  if (a < 0 !== b < 0 && (isLong(a) || isLong(b)) && typeof sum === "bigint" && !isLong(sum))
    throw new PrecisionError(sum);
  return sum;
}
