import type { Integer } from "./Integer.ts";
import { settle } from "./settle.ts";
import { zeroDivision } from "./zeroDivision.ts";

/** `a % b` of integers of any size: the remainder has the sign of the divisor. */
export function longModulo(a: Integer, b: Integer): Integer {
  const [dividend, divisor] = [BigInt(a), BigInt(b)];
  if (divisor === 0n) throw zeroDivision(a, b);
  const remainder = dividend % divisor;
  return settle(remainder !== 0n && remainder < 0n !== divisor < 0n ? remainder + divisor : remainder, a, b);
}
