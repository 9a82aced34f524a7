import type { Json } from "../json/Json.ts";
import { lacksAttribute } from "./lacksAttribute.ts";

/**
 * The value as a list, which has the attribute about to be used; the AttributeError that Python raises if it is none. A text is unicode, as in JSON, unless it is
 * said to be `str`.
 */
export function asList(x: Json, attribute: string, textType?: "str" | "unicode"): Json[];
export function asList<T = unknown>(x: unknown, attribute: string, textType?: "str" | "unicode"): T[];
export function asList(x: unknown, attribute: string, textType: "str" | "unicode" = "unicode"): unknown[] {
  if (Array.isArray(x)) return x;
  throw lacksAttribute(x, attribute, textType);
}
