import { exactInteger } from "./exactInteger.ts";
import { powerFloat } from "./powerFloat.ts";

/** `a ** b` of two ints: an int, and with a negative exponent a float. */
export function power(a: number, b: number): number {
  // JavaScript's power of ints is exact as long as a number holds it (compared with bigint for all bases up to 3000).
  return b < 0 ? powerFloat(a, b) : exactInteger(a ** b);
}
