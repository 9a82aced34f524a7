import type { Json } from "../json/Json.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { asNumber } from "./asNumber.ts";
import { isFloat } from "./isFloat.ts";
import { shrink } from "./shrink.ts";
import { typeName } from "./typeName.ts";

/** `~x` of a value whose type is known only when running. */
export function invert(x: Json): Json;
export function invert(x: unknown): unknown;
export function invert(x: unknown): unknown {
  const number = asNumber(x);
  if (number === null || isFloat(x)) throw new PyTypeError(`bad operand type for unary ~: '${typeName(x)}'`);
  return shrink(~BigInt(number));
}
