import type { Operated } from "./Operated.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { arithmetic } from "./arithmetic.ts";
import { typeName } from "./typeName.ts";

/** `-x` of a value whose type is known only when running. */
export function negate<A>(x: A, textType?: "str" | "unicode"): Operated<A>;
export function negate(x: unknown, textType: "str" | "unicode" = "str"): unknown {
  const result = arithmetic(x, -1, { floats: (a, b) => a * b, integers: (a, b) => a * b });
  if (result === undefined) throw new PyTypeError(`bad operand type for unary -: '${typeName(x, textType)}'`);
  return result;
}
