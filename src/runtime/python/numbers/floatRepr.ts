import type { Float } from "./Float.ts";
import { writeDigits } from "./writeDigits.ts";

/** `repr` of a float: the fewest digits that read back as the same number, always with `.0` or an exponent. */
export function floatRepr(float: number | Float): string {
  const x = Number(float);
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x > 0 ? "inf" : "-inf";
  const [mantissa = "", exponent = ""] = Math.abs(x).toExponential().split("e");
  return (x < 0 || Object.is(x, -0) ? "-" : "") + writeDigits(mantissa.replace(".", ""), Number(exponent), 16);
}
