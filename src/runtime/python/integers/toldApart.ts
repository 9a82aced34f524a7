import { PrecisionError } from "../exceptions/PrecisionError.ts";
import { isLong } from "./isLong.ts";
import type { Integer } from "./Integer.ts";
import { hidesKind } from "./kindOfSize.ts";

/**
 * The integer itself, if its size tells whether it is an int or a `long`: from 2^53 to 2^63 it does not, and a PrecisionError is thrown. What
 * is noted of such a one is of all with that value, be it a literal or read from bytes.
 */
export function toldApart(x: Integer): Integer {
  if (typeof x === "bigint" && (hidesKind(x) || !isLong(x))) throw new PrecisionError(x);
  return x;
}
