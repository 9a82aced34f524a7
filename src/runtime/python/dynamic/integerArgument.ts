import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { exactInteger } from "../numbers/exactInteger.ts";
import { asNumber } from "./asNumber.ts";
import { typeName } from "./typeName.ts";

/**
 * A value that must be an integer here, True and False being 1 and 0: a TypeError where it is not, with what C functions say of a float and
 * of all else, or with this message; `%s` is the name of its type, of which a text is unicode unless it is said to be `str`.
 */
export function integerArgument(x: unknown, message?: string, textType: "str" | "unicode" = "unicode"): number {
  const number = asNumber(x);
  if (number !== null && typeName(x) !== "float") return exactInteger(number);
  const plain = number === null ? "an integer is required" : "integer argument expected, got float";
  throw new PyTypeError(message?.replace("%s", typeName(x, textType)) ?? plain);
}
