import { scaleToInteger } from "../numbers/scaleToInteger.ts";

/** C's `%.{precision}f` of a finite x >= 0: correctly rounded, a tie to the even digit, where JavaScript's toFixed rounds up. */
export function formatFixed(x: number, precision: number): string {
  const digits = String(scaleToInteger(x, precision)).padStart(precision + 1, "0");
  return precision === 0 ? digits : `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}
