import type { Operated } from "./Operated.ts";
import { percent } from "../format/percent.ts";
import { percentValues } from "../format/percentValues.ts";
import { decodeText } from "../text/decodeText.ts";
import { remainder } from "./remainder.ts";

/** `a % b` of a text, which is a format, or of numbers. `textType` is what a TypeError calls a text, and `operator` what it names. */
export function percentOrRemainder<A, B>(a: A, b: B, textType?: "str" | "unicode", operator?: string): Operated<A, B>;
export function percentOrRemainder(
  a: unknown,
  b: unknown,
  textType: "str" | "unicode" = "str",
  operator = "%",
): unknown {
  if (a instanceof Uint8Array) return percentOrRemainder(decodeText(a), b, "str", operator);
  return typeof a === "string" ? percent(a, percentValues(b)) : remainder(a, b, textType, operator);
}
