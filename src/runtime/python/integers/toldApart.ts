import { PrecisionError } from "../exceptions/PrecisionError.ts";
import { isLong } from "./isLong.ts";
import type { Integer } from "./Integer.ts";

/** The integer itself, if its size tells whether it is an int or a `long`: from 2^53 to 2^63 it does not, and a PrecisionError is thrown. */
export function toldApart(x: Integer): Integer {
  if (typeof x === "bigint" && !isLong(x)) throw new PrecisionError(x);
  return x;
}
