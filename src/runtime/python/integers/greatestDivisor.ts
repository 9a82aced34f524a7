import { modulo } from "../numbers/modulo.ts";
import type { Integer } from "./Integer.ts";
import { longModulo } from "./longModulo.ts";

/** `fractions.gcd(a, b)`: the sign is that of `b`, of `a` if that is 0. */
export function greatestDivisor(a: number, b: number): number {
  let [divisor, rest] = [a, b];
  while (rest !== 0) [divisor, rest] = [rest, modulo(divisor, rest)];
  return divisor;
}

/** The same of integers of any size. */
export function longGreatestDivisor(a: Integer, b: Integer): Integer {
  let [divisor, rest] = [a, b];
  while (BigInt(rest) !== 0n) [divisor, rest] = [rest, longModulo(divisor, rest)];
  return divisor;
}
