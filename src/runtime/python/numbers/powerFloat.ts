import { OverflowError } from "../exceptions/OverflowError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { wholePower } from "./wholePower.ts";
import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";

/** `a ** b` where one of the two is a float, or b is negative. The nearest number for a whole b; the last digit can differ from C's. */
export function powerFloat(a: number, b: number): number {
  if (a === 0 && b < 0) throw new ZeroDivisionError("0.0 cannot be raised to a negative power");
  if (a === 1 || (a === -1 && !Number.isFinite(b))) return 1;
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) {
    throw new ValueError("negative number cannot be raised to a fractional power");
  }
  const result = Number.isInteger(b) && Math.abs(b) <= 1100 && Number.isFinite(a) ? wholePower(a, b) : a ** b;
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) {
    throw new OverflowError(34, "Numerical result out of range");
  }
  return result;
}
