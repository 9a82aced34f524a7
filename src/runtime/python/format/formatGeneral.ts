import { roundedDigits } from "../numbers/roundedDigits.ts";
import { withoutEndZeros } from "../numbers/withoutEndZeros.ts";
import { writeExponent } from "./writeExponent.ts";

/** C's `%.{precision}g` of a finite x >= 0: as short as the significant digits allow; `keepZeros` (`#`) writes all of them. */
export function formatGeneral(x: number, precision: number, keepZeros = false): string {
  const count = Math.max(precision, 1);
  const { digits, exponent } = roundedDigits(x, count);
  const shown = keepZeros ? digits : withoutEndZeros(x, digits);
  const point = keepZeros || shown.length > 1 ? "." : "";
  if (exponent < -4 || exponent >= count) return shown.charAt(0) + point + shown.slice(1) + writeExponent(exponent);
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${shown}`;
  const whole = shown.padEnd(exponent + 1, "0");
  const fraction = whole.slice(exponent + 1);
  return whole.slice(0, exponent + 1) + (keepZeros || fraction !== "" ? `.${fraction}` : "");
}
