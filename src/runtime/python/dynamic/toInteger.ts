import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { exactInteger } from "../numbers/exactInteger.ts";
import { parseInteger } from "../numbers/parseInteger.ts";
import { truncate } from "../numbers/truncate.ts";
import { asNumber } from "./asNumber.ts";
import { decimalText } from "../text/decimalText.ts";
import { typeName } from "./typeName.ts";

/** `int(x)` of a value whose type is known only when running: a number toward zero, a text as it reads. */
export function toInteger(x: unknown, textType: "str" | "unicode" = "unicode"): number {
  if (typeof x === "string") return parseInteger(textType === "unicode" ? decimalText(x) : x);
  const number = asNumber(x);
  if (typeof number === "bigint") return exactInteger(number);
  if (number !== null) return truncate(number);
  throw new PyTypeError(`int() argument must be a string or a number, not '${typeName(x)}'`);
}
