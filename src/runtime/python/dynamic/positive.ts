import type { Json } from "../json/Json.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { asNumber } from "./asNumber.ts";
import { typeName } from "./typeName.ts";

/** `+x` of a value whose type is known only when running: the number itself, an int for a bool. */
export function positive(x: Json): Json;
export function positive(x: unknown): unknown;
export function positive(x: unknown): unknown {
  if (asNumber(x) === null) throw new PyTypeError(`bad operand type for unary +: '${typeName(x)}'`);
  return typeof x === "boolean" ? Number(x) : x;
}
