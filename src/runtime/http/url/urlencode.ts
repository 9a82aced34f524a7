import { PyTypeError } from "../../python/exceptions/PyTypeError.ts";
import { str } from "../../python/repr/str.ts";
import { quotePlus } from "./quotePlus.ts";

/**
 * `urllib.urlencode`: a mapping or pairs as a query, in the order in which they iterate. With `sequences` (Python's
 * `doseq`) a value that has items gives a parameter for each: those of a list, the keys of a dict. `shown` is what `str` gives of a value.
 */
export function urlencode(
  query: Iterable<readonly [unknown, unknown]>,
  sequences: unknown = false,
  shown: (value: never) => string = str,
): string {
  const text = (value: unknown): string => quotePlus(shown(value as never));
  if (typeof query === "string" && query !== "")
    throw new PyTypeError("not a valid non-string sequence or mapping object");
  const parameters: string[] = [];
  for (const [name, value] of query) {
    const key = text(name);
    for (const item of sequences ? items(value) : [value]) parameters.push(`${key}=${text(item)}`);
  }
  return parameters.join("&");
}

function items(value: unknown): Iterable<unknown> {
  if (value instanceof Map) return value.keys();
  return Array.isArray(value) || value instanceof Set ? value : [value];
}
