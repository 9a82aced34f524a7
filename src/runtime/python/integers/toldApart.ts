import { PrecisionError } from "../exceptions/PrecisionError.ts";
import { isLong } from "./isLong.ts";
import type { Integer } from "./Integer.ts";
import { kindOfSize } from "./kindOfSize.ts";

/** The integer itself, if it is known whether it is an int or a `long`: from 2^53 to 2^63 it may not be, and a PrecisionError is thrown. */
export function toldApart(x: Integer): Integer {
  if (typeof x === "bigint" && !isLong(x) && kindOfSize(x) !== "int") throw new PrecisionError(x);
  return x;
}
