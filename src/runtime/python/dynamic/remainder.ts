import type { Json } from "../json/Json.ts";
import { moduloFloat } from "../numbers/moduloFloat.ts";
import { arithmetic } from "./arithmetic.ts";
import { floorQuotient } from "./floorQuotient.ts";
import { unsupported } from "./unsupported.ts";

/** `a % b` of numbers. (Of a text it is formatting: `percent`.) `operator` is what a TypeError names, `%=` say. */
export function remainder(a: Json, b: Json, operator?: string): Json;
export function remainder(a: unknown, b: unknown, operator?: string): unknown;
export function remainder(a: unknown, b: unknown, operator = "%"): unknown {
  const rest = arithmetic(a, b, { floats: moduloFloat, integers: (x, y) => x - floorQuotient(x, y) * y });
  if (rest === undefined) throw unsupported(operator, a, b);
  return rest;
}
