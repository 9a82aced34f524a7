import type { Json } from "../json/Json.ts";
import { add } from "../dynamic/add.ts";
import { iterate } from "../dynamic/iterate.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** `sum(items, start)` of values whose types are known only when running: numbers, or lists if it starts with one. */
export function sumOf(items: Iterable<Json>, start?: Json, textType?: "str" | "unicode"): Json;
export function sumOf(items: unknown, start?: unknown, textType?: "str" | "unicode"): unknown;
export function sumOf(items: unknown, start: unknown = 0, textType: "str" | "unicode" = "str"): unknown {
  if (typeof start === "string") throw new PyTypeError("sum() can't sum strings [use ''.join(seq) instead]");
  let total = start;
  for (const item of iterate(items)) total = add(total, item, textType);
  return total;
}
