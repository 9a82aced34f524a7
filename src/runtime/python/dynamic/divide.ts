import type { Json } from "../json/Json.ts";
import { trueDivide } from "../numbers/trueDivide.ts";
import { arithmetic } from "./arithmetic.ts";
import { floorQuotient } from "./floorQuotient.ts";
import { unsupported } from "./unsupported.ts";

/** `a / b` without `from __future__ import division`: of two ints rounded down. `operator` is what a TypeError names, `/=` say. */
export function divide(a: Json, b: Json, operator?: string): Json;
export function divide(a: unknown, b: unknown, operator?: string): unknown;
export function divide(a: unknown, b: unknown, operator = "/"): unknown {
  const quotient = arithmetic(a, b, { floats: trueDivide, integers: floorQuotient });
  if (quotient === undefined) throw unsupported(operator, a, b);
  return quotient;
}
