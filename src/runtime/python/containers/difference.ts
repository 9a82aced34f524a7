import type { Keyed } from "./Keyed.ts";
import { isPlainDict } from "./isPlainDict.ts";
import { PySet } from "./PySet.ts";

/** `a - b`, and `a.difference(…)`. What is left of the first set or dict is added anew; anything else is taken from a copy. */
export function difference<T>(set: PySet<T>, ...others: (Iterable<T> | Keyed<T>)[]): PySet<T> {
  const [first, ...rest] = others;
  const anew = first instanceof PySet || isPlainDict(first);
  const result = new PySet<T>(anew ? [...set].filter((item) => !first.has(item)) : set, set.frozen);
  for (const other of anew ? rest : others) result.differenceUpdate(other);
  return result;
}
