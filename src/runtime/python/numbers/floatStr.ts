import type { Float } from "./Float.ts";
import { floatRepr } from "./floatRepr.ts";
import { roundedDigits } from "./roundedDigits.ts";
import { withoutEndZeros } from "./withoutEndZeros.ts";
import { writeDigits } from "./writeDigits.ts";

/** `str` of a float, which `print` and `%s` show: 12 significant digits, always with `.0` or an exponent. */
export function floatStr(float: number | Float): string {
  const x = Number(float);
  if (!Number.isFinite(x)) return floatRepr(x);
  const { digits, exponent } = roundedDigits(Math.abs(x), 12);
  return (x < 0 || Object.is(x, -0) ? "-" : "") + writeDigits(withoutEndZeros(Math.abs(x), digits), exponent, 11);
}
