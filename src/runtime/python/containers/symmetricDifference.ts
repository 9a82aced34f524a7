import type { Keyed } from "./Keyed.ts";
import { PySet } from "./PySet.ts";

/** `a ^ b`, and `a.symmetric_difference(b)`: CPython takes the other set and goes through this one. */
export function symmetricDifference<T>(set: PySet<T>, other: Iterable<T> | Keyed<T>): PySet<T> {
  const result = new PySet<T>(other as Iterable<T>, set.frozen);
  result.symmetricDifferenceUpdate(set);
  return result;
}
