import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";

/** `a // b`, and `a / b`, of two ints: rounds down, not toward zero. */
export function floorDivide(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError("integer division or modulo by zero");
  const remainder = a % b;
  const quotient = (a - remainder) / b;
  return (remainder !== 0 && remainder < 0 !== b < 0 ? quotient - 1 : quotient) + 0;
}
