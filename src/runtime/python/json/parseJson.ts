import { OrderedDict } from "../containers/OrderedDict.ts";
import type { Dict } from "../containers/Dict.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { objectOf, JsonScanner } from "./JsonScanner.ts";
import type { Json } from "./Json.ts";
import type { LoadOptions } from "./LoadOptions.ts";

/**
 * `json.loads(text)`: ints beyond 2^53 are bigints, whole floats are `Float`s, objects are dicts with Python's order. What is
 * not JSON is a ValueError with 2.7's text, whose positions count bytes, or characters of a `unicode`.
 */
export function parseJson(text: string, textType?: "str" | "unicode"): Json;
export function parseJson(text: string, options: LoadOptions & { readonly ordered: true }): Json;
export function parseJson(text: string, options: LoadOptions): unknown;
export function parseJson(text: string, how: "str" | "unicode" | LoadOptions = "str"): unknown {
  const [textType, options] = typeof how === "string" ? ([how, {}] as const) : (["str", how] as const);
  const scanner = new JsonScanner(text, textType, finishing(options));
  const value = scanner.document();
  const end = scanner.position;
  if (end < text.length) throw new ValueError(`Extra data: ${scanner.describe(end, text.length)}`);
  return value;
}

/** What is made of the pairs of an object. */
function finishing({ objectHook, pairsHook, ordered }: LoadOptions): ((pairs: [string, Json][]) => Json) | undefined {
  // What a hook gives is anything; the scanner only hands it on.
  if (pairsHook) return (pairs) => pairsHook(pairs) as Json;
  if (objectHook) return (pairs) => objectHook(objectOf(pairs) as Dict<string, unknown>) as Json;
  return ordered && ((pairs) => new OrderedDict<string, Json>(pairs, "unicode"));
}
