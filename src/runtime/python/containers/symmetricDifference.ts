import { PySet } from "./PySet.ts";

/** `a ^ b`, and `a.symmetric_difference(b)`: CPython takes the other set and goes through this one. */
export function symmetricDifference<T>(set: PySet<T>, other: Iterable<T>): PySet<T> {
  const result = new PySet<T>(other, set.frozen);
  result.symmetricDifferenceUpdate(set);
  return result;
}
