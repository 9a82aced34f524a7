import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";

/** `a % b` where one of the two is a float: the result has the sign of the divisor, a zero too. */
export function moduloFloat(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError("float modulo");
  const remainder = a % b;
  if (remainder === 0) return b < 0 ? -0 : 0;
  return remainder < 0 !== b < 0 ? remainder + b : remainder;
}
