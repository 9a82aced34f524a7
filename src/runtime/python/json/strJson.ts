import { str } from "../repr/str.ts";
import type { Json } from "./Json.ts";
import { reprJson } from "./reprJson.ts";

/** `str` of a value that came from JSON, or an object: a text as it is, a container with the `repr` of its items. */
export function strJson(x: unknown): string {
  return Array.isArray(x) || x instanceof Map ? reprJson(x as Json) : str(x);
}
