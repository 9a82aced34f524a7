import type { Json } from "../json/Json.ts";
import { trueDivide } from "../numbers/trueDivide.ts";
import { arithmetic } from "./arithmetic.ts";
import { floorQuotient } from "./floorQuotient.ts";
import { unsupported } from "./unsupported.ts";

/** `a / b` without `from __future__ import division`: of two ints rounded down. */
export function divide(a: Json, b: Json): Json;
export function divide(a: unknown, b: unknown): unknown;
export function divide(a: unknown, b: unknown): unknown {
  const quotient = arithmetic(a, b, { floats: trueDivide, integers: floorQuotient });
  if (quotient === undefined) throw unsupported("/", a, b);
  return quotient;
}
