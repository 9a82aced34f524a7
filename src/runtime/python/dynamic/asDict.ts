import { Dict } from "../containers/Dict.ts";
import type { Json } from "../json/Json.ts";
import { lacksAttribute } from "./lacksAttribute.ts";

/**
 * The value as a dict, which has the attribute about to be used; the AttributeError that Python raises if it is none. A text is unicode, as in JSON, unless it is
 * said to be `str`.
 */
export function asDict(x: Json, attribute: string, textType?: "str" | "unicode"): Dict<string, Json>;
export function asDict<K = unknown, V = unknown>(
  x: unknown,
  attribute: string,
  textType?: "str" | "unicode",
): Dict<K, V>;
export function asDict(x: unknown, attribute: string, textType: "str" | "unicode" = "unicode"): unknown {
  if (x instanceof Dict) return x;
  throw lacksAttribute(x, attribute, textType);
}
