import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";

/** `a % b` of two ints: the remainder has the sign of the divisor. */
export function modulo(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError("integer division or modulo by zero");
  const remainder = a % b;
  return (remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder) + 0;
}
