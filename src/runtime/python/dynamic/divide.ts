import type { Operated } from "./Operated.ts";
import { trueDivide } from "../numbers/trueDivide.ts";
import { arithmetic } from "./arithmetic.ts";
import { floorQuotient } from "./floorQuotient.ts";
import { unsupported } from "./unsupported.ts";

/** `a / b` without `from __future__ import division`: of two ints rounded down. `textType` is what a TypeError calls a text, and `operator` what it names, `/=` say. */
export function divide<A, B>(a: A, b: B, textType?: "str" | "unicode", operator?: string): Operated<A, B>;
export function divide(a: unknown, b: unknown, textType: "str" | "unicode" = "str", operator = "/"): unknown {
  const quotient = arithmetic(a, b, { floats: trueDivide, integers: floorQuotient });
  if (quotient === undefined) throw unsupported(operator, a, b, textType);
  return quotient;
}
