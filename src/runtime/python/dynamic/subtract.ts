import type { Operated } from "./Operated.ts";
import { difference } from "../containers/difference.ts";
import { PySet } from "../containers/PySet.ts";
import { arithmetic } from "./arithmetic.ts";
import { unsupported } from "./unsupported.ts";

/** `a - b`: of numbers, or of sets. `textType` is what a TypeError calls a text, and `operator` what it names, `-=` say. */
export function subtract<A, B>(a: A, b: B, textType?: "str" | "unicode", operator?: string): Operated<A, B>;
export function subtract(a: unknown, b: unknown, textType: "str" | "unicode" = "str", operator = "-"): unknown {
  if (a instanceof PySet && b instanceof PySet) return difference(a, b);
  const result = arithmetic(a, b, { floats: (x, y) => x - y, integers: (x, y) => x - y });
  if (result === undefined) throw unsupported(operator, a, b, textType);
  return result;
}
