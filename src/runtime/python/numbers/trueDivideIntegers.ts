import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";

/** `a / b` of two ints under `from __future__ import division`. */
export function trueDivideIntegers(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError("division by zero");
  return a / b;
}
