import type { Operated } from "./Operated.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { arithmetic } from "./arithmetic.ts";
import { typeName } from "./typeName.ts";
import { unsupported } from "./unsupported.ts";

/**
 * `a * b`: of numbers, or of a text or list and how often it is to be repeated. `textType` is what a TypeError calls a text, and
 * `operator` what it names, `*=` say.
 */
export function multiply<A, B>(a: A, b: B, textType?: "str" | "unicode", operator?: string): Operated<A, B>;
export function multiply(a: unknown, b: unknown, textType: "str" | "unicode" = "str", operator = "*"): unknown {
  if (isSequence(a)) return repeat(a, b, textType);
  if (isSequence(b)) return repeat(b, a, textType);
  const product = arithmetic(a, b, { floats: (x, y) => x * y, integers: (x, y) => x * y });
  if (product === undefined) throw unsupported(operator, a, b, textType);
  return product;
}

function isSequence(x: unknown): x is string | unknown[] {
  return typeof x === "string" || Array.isArray(x);
}

function repeat(sequence: string | unknown[], times: unknown, textType: "str" | "unicode"): string | unknown[] {
  if (typeof times !== "boolean" && !Number.isSafeInteger(typeof times === "bigint" ? Number(times) : times)) {
    throw new PyTypeError(`can't multiply sequence by non-int of type '${typeName(times, textType)}'`);
  }
  const count = Math.max(Number(times), 0);
  return typeof sequence === "string" ? sequence.repeat(count) : Array.from({ length: count }, () => sequence).flat();
}
