import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { asNumber } from "./asNumber.ts";

/** A value that must be a number here: a TypeError where it is not. */
export function requireNumber(x: unknown): number {
  const number = asNumber(x);
  if (number === null) throw new PyTypeError("a float is required");
  return Number(number);
}
