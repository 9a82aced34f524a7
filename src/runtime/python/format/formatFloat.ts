import { formatExponent } from "./formatExponent.ts";
import { formatFixed } from "./formatFixed.ts";
import { formatGeneral } from "./formatGeneral.ts";

/** The letters of the float formats; capitals write `E`, `INF` and `NAN`. */
export type FloatConversion = "e" | "E" | "f" | "F" | "g" | "G";

/** The magnitude of a float in one of C's formats, without its sign. `alternate` (`#`) keeps the point and trailing zeros. */
export function formatFloat(x: number, conversion: FloatConversion, precision: number, alternate = false): string {
  const text = formatMagnitude(Math.abs(x), conversion.toLowerCase(), precision, alternate);
  return conversion >= "a" ? text : text.toUpperCase();
}

function formatMagnitude(x: number, conversion: string, precision: number, alternate: boolean): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "nan" : "inf";
  if (conversion === "g") return formatGeneral(x, precision, alternate);
  const text = conversion === "f" ? formatFixed(x, precision) : formatExponent(x, precision);
  return alternate && precision === 0 ? text.replace(/^\d+/, "$&.") : text;
}
