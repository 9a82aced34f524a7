import { roundedDigits } from "../numbers/roundedDigits.ts";
import { writeExponent } from "./writeExponent.ts";

/** C's `%.{precision}e` of a finite x >= 0: `1.50e+06`. */
export function formatExponent(x: number, precision: number): string {
  const { digits, exponent } = roundedDigits(x, precision + 1);
  return `${digits.charAt(0)}${precision === 0 ? "" : "."}${digits.slice(1)}${writeExponent(exponent)}`;
}
