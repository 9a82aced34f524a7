import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { parseFloatText } from "../numbers/parseFloatText.ts";
import { decimalText } from "../text/decimalText.ts";
import { asNumber } from "./asNumber.ts";

/** `float(x)` of a value whose type is known only when running. */
export function toFloat(x: unknown, textType: "str" | "unicode" = "unicode"): number {
  if (typeof x === "string") return parseFloatText(textType === "unicode" ? decimalText(x) : x);
  const number = asNumber(x);
  if (number !== null) return Number(number);
  throw new PyTypeError("float() argument must be a string or a number");
}
