import type { Operated } from "./Operated.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { asNumber } from "./asNumber.ts";
import { isFloat } from "./isFloat.ts";
import { inKind } from "./inKind.ts";
import { typeName } from "./typeName.ts";

/** `~x` of a value whose type is known only when running. */
export function invert<A>(x: A, textType?: "str" | "unicode"): Operated<A>;
export function invert(x: unknown, textType: "str" | "unicode" = "str"): unknown {
  const number = asNumber(x);
  if (number === null || isFloat(x)) throw new PyTypeError(`bad operand type for unary ~: '${typeName(x, textType)}'`);
  return inKind(~BigInt(number), number, number);
}
