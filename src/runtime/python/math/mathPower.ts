import { OverflowError } from "../exceptions/OverflowError.ts";
import { ValueError } from "../exceptions/ValueError.ts";

/** `math.pow(x, y)`: C's, where 1 to any power and -1 to an infinite one are 1. */
export function mathPower(x: number, y: number): number {
  if (x === 1 || (x === -1 && !Number.isFinite(y) && !Number.isNaN(y))) return 1;
  const result = x ** y;
  if (!Number.isFinite(x) || !Number.isFinite(y) || Number.isFinite(result)) return result;
  if (Number.isNaN(result) || x === 0) throw new ValueError("math domain error");
  throw new OverflowError("math range error");
}
