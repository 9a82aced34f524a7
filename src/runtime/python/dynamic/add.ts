import type { Operated } from "./Operated.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { decodeText } from "../text/decodeText.ts";
import { arithmetic } from "./arithmetic.ts";
import { typeName } from "./typeName.ts";
import { unsupported } from "./unsupported.ts";

/**
 * `a + b`: of numbers, of texts, or of lists (a new one). `textType` is what a TypeError calls a text, and `operator` what it names, `+=`
 * say.
 */
export function add<A, B>(a: A, b: B, textType?: "str" | "unicode", operator?: string): Operated<A, B>;
export function add(a: unknown, b: unknown, textType: "str" | "unicode" = "str", operator = "+"): unknown {
  if (a instanceof Uint8Array) return add(decodeText(a), b, "str", operator);
  if (b instanceof Uint8Array) return add(a, decodeText(b), "str", operator);
  if (typeof a === "string") {
    if (typeof b === "string") return a + b;
    throw new PyTypeError(
      textType === "str"
        ? `cannot concatenate 'str' and '${typeName(b)}' objects`
        : `coercing to Unicode: need string or buffer, ${typeName(b)} found`,
    );
  }
  if (Array.isArray(a)) {
    if (Array.isArray(b)) return [...a, ...b];
    throw new PyTypeError(`can only concatenate list (not "${typeName(b, textType)}") to list`);
  }
  const sum = arithmetic(a, b, { floats: (x, y) => x + y, integers: (x, y) => x + y });
  if (sum === undefined) throw unsupported(operator, a, b, textType);
  return sum;
}
