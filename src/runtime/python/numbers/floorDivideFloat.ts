import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";

/** `a // b` where one of the two is a float (CPython's float_divmod, whose result can differ from floor(a / b) in the last digit). */
export function floorDivideFloat(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError("float divmod()");
  const remainder = a % b;
  const quotient = (a - remainder) / b - (remainder !== 0 && remainder < 0 !== b < 0 ? 1 : 0);
  if (quotient === 0) return (quotient * quotient * a) / b;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}
