import { str } from "../repr/str.ts";
import type { Json } from "./Json.ts";
import { reprJson } from "./reprJson.ts";

/** `str` of a value that came from JSON: a text as it is, a container with the `repr` of its items. */
export function strJson(x: Json): string {
  return typeof x === "object" && x !== null ? (Array.isArray(x) || x instanceof Map ? reprJson(x) : str(x)) : str(x);
}
