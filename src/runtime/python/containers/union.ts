import type { Keyed } from "./Keyed.ts";
import { PySet } from "./PySet.ts";

/** `a | b`, and `a.union(…)`. */
export function union<T>(set: PySet<T>, ...others: (Iterable<T> | Keyed<T>)[]): PySet<T> {
  const result = new PySet<T>(set, set.frozen);
  for (const other of others) result.update(other);
  return result;
}
