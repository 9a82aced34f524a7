import { PyTypeError } from "../../python/exceptions/PyTypeError.ts";
import { str } from "../../python/repr/str.ts";
import { quotePlus } from "./quotePlus.ts";

/**
 * `urllib.urlencode`: a mapping or pairs as a query, in the order in which they iterate. With `sequences` (Python's
 * `doseq`) a value that has items gives a parameter for each: those of a list, the keys of a dict.
 */
export function urlencode(query: Iterable<readonly [unknown, unknown]>, sequences: unknown = false): string {
  if (typeof query === "string" && query !== "")
    throw new PyTypeError("not a valid non-string sequence or mapping object");
  const parameters: string[] = [];
  for (const [name, value] of query) {
    const key = quotePlus(str(name));
    for (const item of sequences ? items(value) : [value]) parameters.push(`${key}=${quotePlus(str(item))}`);
  }
  return parameters.join("&");
}

function items(value: unknown): Iterable<unknown> {
  if (value instanceof Map) return value.keys();
  return Array.isArray(value) || value instanceof Set ? value : [value];
}
