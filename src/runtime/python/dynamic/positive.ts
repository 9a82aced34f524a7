import type { Operated } from "./Operated.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { asNumber } from "./asNumber.ts";
import { typeName } from "./typeName.ts";

/** `+x` of a value whose type is known only when running: the number itself, an int for a bool. */
export function positive<A>(x: A, textType?: "str" | "unicode"): Operated<A>;
export function positive(x: unknown, textType: "str" | "unicode" = "str"): unknown {
  if (asNumber(x) === null) throw new PyTypeError(`bad operand type for unary +: '${typeName(x, textType)}'`);
  return typeof x === "boolean" ? Number(x) : x;
}
