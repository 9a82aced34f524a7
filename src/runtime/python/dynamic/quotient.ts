import type { Operated } from "./Operated.ts";
import { floorDivideFloat } from "../numbers/floorDivideFloat.ts";
import { arithmetic } from "./arithmetic.ts";
import { floorQuotient } from "./floorQuotient.ts";
import { unsupported } from "./unsupported.ts";

/** `a // b`: the quotient rounded down, a float where one of the two is. `textType` is what a TypeError calls a text, and `operator` what it names, `//=` say. */
export function quotient<A, B>(a: A, b: B, textType?: "str" | "unicode", operator?: string): Operated<A, B>;
export function quotient(a: unknown, b: unknown, textType: "str" | "unicode" = "str", operator = "//"): unknown {
  const made = arithmetic(a, b, { floats: floorDivideFloat, integers: floorQuotient });
  if (made === undefined) throw unsupported(operator, a, b, textType);
  return made;
}
