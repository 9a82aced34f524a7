import type { Json } from "../json/Json.ts";
import { floorDivideFloat } from "../numbers/floorDivideFloat.ts";
import { arithmetic } from "./arithmetic.ts";
import { floorQuotient } from "./floorQuotient.ts";
import { unsupported } from "./unsupported.ts";

/** `a // b`: the quotient rounded down, a float where one of the two is. `operator` is what a TypeError names, `//=` say. */
export function quotient(a: Json, b: Json, operator?: string): Json;
export function quotient(a: unknown, b: unknown, operator?: string): unknown;
export function quotient(a: unknown, b: unknown, operator = "//"): unknown {
  const made = arithmetic(a, b, { floats: floorDivideFloat, integers: floorQuotient });
  if (made === undefined) throw unsupported(operator, a, b);
  return made;
}
