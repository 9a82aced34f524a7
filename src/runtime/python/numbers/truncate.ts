import { OverflowError } from "../exceptions/OverflowError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { exactInteger } from "./exactInteger.ts";

/** `int(x)` of a float: toward zero. */
export function truncate(x: number): number {
  if (Number.isNaN(x)) throw new ValueError("cannot convert float NaN to integer");
  if (!Number.isFinite(x)) throw new OverflowError("cannot convert float infinity to integer");
  return exactInteger(Math.trunc(x));
}
