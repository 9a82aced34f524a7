import type { Json } from "../json/Json.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { asNumber } from "./asNumber.ts";
import { typeName } from "./typeName.ts";

/** `+x` of a value whose type is known only when running: the number itself, an int for a bool. */
export function positive(x: Json, textType?: "str" | "unicode"): Json;
export function positive(x: unknown, textType?: "str" | "unicode"): unknown;
export function positive(x: unknown, textType: "str" | "unicode" = "str"): unknown {
  if (asNumber(x) === null) throw new PyTypeError(`bad operand type for unary +: '${typeName(x, textType)}'`);
  return typeof x === "boolean" ? Number(x) : x;
}
