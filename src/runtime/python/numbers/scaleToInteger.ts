import { toFraction } from "./toFraction.ts";

/** x * 10^power for a finite x >= 0, exactly, then rounded to the nearest integer, a tie to the even one, as C does it, or away from zero. */
export function scaleToInteger(x: number, power: number, tie: "even" | "away" = "even"): bigint {
  const [mantissa, exponent] = toFraction(x);
  let numerator = mantissa * 10n ** BigInt(Math.max(power, 0));
  let denominator = 10n ** BigInt(Math.max(-power, 0));
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  const up = twice > denominator || (twice === denominator && (tie === "away" || (quotient & 1n) === 1n));
  return up ? quotient + 1n : quotient;
}
