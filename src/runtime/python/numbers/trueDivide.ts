import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";

/** `a / b` where one of the two is a float. */
export function trueDivide(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError("float division by zero");
  return a / b;
}
