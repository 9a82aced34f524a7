import { ValueError } from "../exceptions/ValueError.ts";
import { JsonScanner } from "./JsonScanner.ts";
import type { Json } from "./Json.ts";

/**
 * `json.loads(text)`: ints beyond 2^53 are bigints, whole floats are `Float`s, objects are dicts with Python's order. What is
 * not JSON is a ValueError with 2.7's text, whose positions count bytes, or characters of a `unicode`.
 */
export function parseJson(text: string, textType: "str" | "unicode" = "str"): Json {
  const scanner = new JsonScanner(text, textType);
  const value = scanner.document();
  const end = scanner.position;
  if (end < text.length) throw new ValueError(`Extra data: ${scanner.describe(end, text.length)}`);
  return value;
}
