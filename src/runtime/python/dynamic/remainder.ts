import type { Operated } from "./Operated.ts";
import { moduloFloat } from "../numbers/moduloFloat.ts";
import { arithmetic } from "./arithmetic.ts";
import { floorQuotient } from "./floorQuotient.ts";
import { unsupported } from "./unsupported.ts";

/** `a % b` of numbers. (Of a text it is formatting: `percent`.) `textType` is what a TypeError calls a text, and `operator` what it names, `%=` say. */
export function remainder<A, B>(a: A, b: B, textType?: "str" | "unicode", operator?: string): Operated<A, B>;
export function remainder(a: unknown, b: unknown, textType: "str" | "unicode" = "str", operator = "%"): unknown {
  const rest = arithmetic(a, b, {
    floats: moduloFloat,
    integers: (x, y, isOfLongs) => x - floorQuotient(x, y, isOfLongs) * y,
  });
  if (rest === undefined) throw unsupported(operator, a, b, textType);
  return rest;
}
