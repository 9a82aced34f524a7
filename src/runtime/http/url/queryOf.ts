import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { PyTypeError } from "../../python/exceptions/PyTypeError.ts";

/** What `urlencode` takes of a value that is known when it runs: a mapping. Pairs, which JSON has not, are not looked at. */
export function queryOf(x: unknown): Iterable<readonly [unknown, unknown]> {
  if (x instanceof Map) return x as ReadonlyMap<unknown, unknown>;
  if (x === "" || (Array.isArray(x) && x.length === 0)) return [];
  if (Array.isArray(x) && Array.isArray(x[0])) {
    if (x.every((pair) => Array.isArray(pair) && pair.length === 2)) return x as (readonly [unknown, unknown])[];
    throw new UntranslatedError("U0104", "urlencode() of lists that are no pairs");
  }
  throw new PyTypeError("not a valid non-string sequence or mapping object");
}
