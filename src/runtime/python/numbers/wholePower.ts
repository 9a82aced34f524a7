import { toFraction } from "./toFraction.ts";

/** `a ** b` of a finite float and a whole number, correctly rounded, as that of C is but for a last digit now and then. JavaScript's `10 ** -4` is 0.00009999999999999999. */
export function wholePower(a: number, b: number): number {
  if (a === 0 || b === 0) return a ** b;
  const [mantissa, exponent] = toFraction(Math.abs(a));
  const power = mantissa ** BigInt(Math.abs(b));
  const sign = a < 0 && b % 2 !== 0 ? -1 : 1;
  return sign * (b > 0 ? nearest(power, 1n, exponent * b) : nearest(1n, power, exponent * b));
}

/** The number nearest to numerator / denominator * 2^exponent. */
function nearest(numerator: bigint, denominator: bigint, exponent: number): number {
  // A quotient of 64 bits at least; its last bit says whether anything is left, which is all that rounding asks of the rest.
  const shift = Math.max(0, 64 + denominator.toString(16).length * 4 - numerator.toString(16).length * 4 + 4);
  const dividend = numerator << BigInt(shift);
  const quotient = dividend / denominator;
  const sticky = quotient * denominator === dividend ? quotient : quotient | 1n;
  return scale(sticky, exponent - shift);
}

/** x * 2^exponent, rounded once. */
function scale(x: bigint, exponent: number): number {
  const bits = x.toString(2).length;
  // Below 2^-1022 a number has fewer than 53 bits; the lowest one is 2^-1074.
  const drop = Math.max(bits - 53, -1074 - exponent);
  if (drop <= 0) return Number(x) * 2 ** exponent;
  const kept = x >> BigInt(drop);
  const rest = x - (kept << BigInt(drop));
  const half = 1n << BigInt(drop - 1);
  const rounded = rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept;
  const last = exponent + drop;
  // In two steps: 2^last can be too small for a number of its own, or too large.
  return Number(rounded) * 2 ** Math.trunc(last / 2) * 2 ** (last - Math.trunc(last / 2));
}
