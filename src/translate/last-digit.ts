import { isExactPower } from "../analysis/exact-power.ts";
import { has } from "../analysis/kinds.ts";
import type { Type } from "../analysis/types.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isNonNegative } from "./non-negative.ts";

/** Reports a power that is of floats, or may be, and of which C's library may give another last digit. */
export function reportLastDigit(
  context: Context,
  base: py.Expression | null,
  baseType: Type,
  exponent: py.Expression | null,
  exponentType: Type,
  span: py.Span,
): void {
  const mayBeFloat = [baseType, exponentType].some((type) => has(type, "float", "json", "unknown"));
  const isOfIntegers = !mayBeFloat && isNonNegative(context, exponent);
  if (isOfIntegers || isExactPower(base, exponent, exponentType)) return;
  context.report("A0113", "the last digit of a power may differ from that of C's library", span);
}
