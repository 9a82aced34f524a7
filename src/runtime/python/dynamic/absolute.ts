import type { Json } from "../json/Json.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { arithmetic } from "./arithmetic.ts";
import { typeName } from "./typeName.ts";

/** `abs(x)` of a value whose type is known only when running: a float stays one, an int of any size is exact. */
export function absolute(x: Json, textType?: "str" | "unicode"): Json;
export function absolute<T>(x: T, textType?: "str" | "unicode"): T;
export function absolute(x: unknown, textType: "str" | "unicode" = "str"): unknown {
  const result = arithmetic(x, 0, {
    floats: (a) => Math.abs(a),
    integers: (a) => (a < 0n ? -a : a),
  });
  if (result === undefined) throw new PyTypeError(`bad operand type for abs(): '${typeName(x, textType)}'`);
  return result;
}
