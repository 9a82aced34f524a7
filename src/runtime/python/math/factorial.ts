import { ValueError } from "../exceptions/ValueError.ts";
import type { Integer } from "../integers/Integer.ts";
import { settle } from "../integers/settle.ts";

/** `math.factorial(x)`, of any size. */
export function factorial(x: number): Integer {
  if (!Number.isInteger(x)) throw new ValueError("factorial() only accepts integral values");
  if (x < 0) throw new ValueError("factorial() not defined for negative values");
  let product = 1n;
  for (let factor = 2n; factor <= x; factor++) product *= factor;
  return settle(product, x, x);
}

/** The same of up to 18, whose factorial is a number. */
export const smallFactorial = (x: number): number => Number(factorial(x));
