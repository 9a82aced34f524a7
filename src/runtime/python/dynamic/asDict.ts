import { Dict } from "../containers/Dict.ts";
import type { Json } from "../json/Json.ts";
import { noAttribute } from "./noAttribute.ts";

/** The value as a dict, which has the attribute about to be used; the AttributeError that Python raises if it is none. */
export function asDict(x: Json, attribute: string, textType?: "str" | "unicode"): Dict<string, Json>;
export function asDict(x: unknown, attribute: string, textType?: "str" | "unicode"): Dict<unknown, unknown>;
export function asDict(x: unknown, attribute: string, textType: "str" | "unicode" = "str"): unknown {
  if (x instanceof Dict) return x;
  throw noAttribute(x, attribute, textType);
}
