import { ValueError } from "../exceptions/ValueError.ts";
import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";

/** `math.log(x)`, and `math.log(x, base)`. */
export function logarithm(x: number, base: number | null = null): number {
  const result = naturalOf(x, Math.log);
  if (base === null) return result;
  const divisor = naturalOf(base, Math.log);
  if (divisor === 0) throw new ZeroDivisionError("float division by zero");
  return result / divisor;
}

/** `math.log10(x)`. */
export const logarithm10 = (x: number): number => naturalOf(x, Math.log10);

function naturalOf(x: number, compute: (x: number) => number): number {
  if (x <= 0) throw new ValueError("math domain error");
  return compute(x);
}
