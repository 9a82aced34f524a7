import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { asNumber } from "./asNumber.ts";
import { typeName } from "./typeName.ts";

/**
 * A value that must be a number here: a TypeError where it is not, with what C functions say, or with this message; `%s` is the name of
 * its type, of which a text is unicode unless it is said to be `str`.
 */
export function requireNumber(x: unknown, message?: string, textType: "str" | "unicode" = "unicode"): number {
  const number = asNumber(x);
  if (number === null) throw new PyTypeError(message?.replace("%s", typeName(x, textType)) ?? "a float is required");
  return Number(number);
}
