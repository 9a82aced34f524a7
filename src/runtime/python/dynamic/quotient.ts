import type { Json } from "../json/Json.ts";
import { floorDivideFloat } from "../numbers/floorDivideFloat.ts";
import { arithmetic } from "./arithmetic.ts";
import { floorQuotient } from "./floorQuotient.ts";
import { unsupported } from "./unsupported.ts";

/** `a // b`: the quotient rounded down, a float where one of the two is. */
export function quotient(a: Json, b: Json): Json;
export function quotient(a: unknown, b: unknown): unknown;
export function quotient(a: unknown, b: unknown): unknown {
  const made = arithmetic(a, b, { floats: floorDivideFloat, integers: floorQuotient });
  if (made === undefined) throw unsupported("//", a, b);
  return made;
}
