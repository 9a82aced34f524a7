import { exactInteger } from "./exactInteger.ts";
import { powerFloat } from "./powerFloat.ts";

/** `a ** b` of two ints: an int, and with a negative exponent a float. */
export function power(a: number, b: number): number {
  if (b < 0) return powerFloat(a, b);
  const result = a ** b;
  // Exact while it is small: the steps of a power are then exact too.
  return Number.isSafeInteger(result) ? result + 0 : exactInteger(BigInt(a) ** BigInt(b));
}
