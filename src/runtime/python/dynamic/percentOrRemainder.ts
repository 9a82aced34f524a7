import type { Json } from "../json/Json.ts";
import { percent } from "../format/percent.ts";
import { percentValues } from "../format/percentValues.ts";
import { decodeText } from "../text/decodeText.ts";
import { remainder } from "./remainder.ts";

/** `a % b` of a text, which is a format, or of numbers. `operator` is what a TypeError names. */
export function percentOrRemainder(a: Json, b: Json, operator?: string): Json;
export function percentOrRemainder(a: unknown, b: unknown, operator?: string): unknown;
export function percentOrRemainder(a: unknown, b: unknown, operator = "%"): unknown {
  if (a instanceof Uint8Array) return percentOrRemainder(decodeText(a), b, operator);
  return typeof a === "string" ? percent(a, percentValues(b)) : remainder(a, b, operator);
}
