import { PySet } from "./PySet.ts";

/** `a & b`, and `a.intersection(…)`. */
export function intersection<T>(set: PySet<T>, ...others: Iterable<T>[]): PySet<T> {
  if (others.length === 0) return new PySet<T>(set, set.frozen);
  return others.reduce<PySet<T>>((common, other) => new PySet<T>(common.itemsIn(other), set.frozen), set);
}
