import { OverflowError } from "../exceptions/OverflowError.ts";
import { scaleToInteger } from "./scaleToInteger.ts";

/** `round(x, digits)`: to the nearest multiple of 10^-digits, a tie away from zero, judged by the exact value of x. Always a float. */
export function roundHalfAway(x: number, digits = 0): number {
  // Python's own bounds: beyond them nothing is left to round, or nothing is left.
  if (!Number.isFinite(x) || x === 0 || digits > 323) return x;
  if (digits < -308) return x < 0 ? -0 : 0;
  const rounded = Number(`${scaleToInteger(Math.abs(x), digits, "away")}e${-digits}`);
  if (!Number.isFinite(rounded)) throw new OverflowError("rounded value too large to represent");
  return x < 0 ? -rounded : rounded;
}
