import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { asNumber } from "./asNumber.ts";
import { typeName } from "./typeName.ts";

/**
 * A value that must be an integer here, True and False being 1 and 0: a TypeError where it is not, with this message, in which `%s` is the
 * name of its type.
 */
export function integerArgument(x: unknown, message?: string): number {
  const number = asNumber(x);
  if (number !== null && typeName(x) !== "float") return Number(number);
  const plain = number === null ? "an integer is required" : "integer argument expected, got float";
  throw new PyTypeError(message?.replace("%s", typeName(x)) ?? plain);
}
