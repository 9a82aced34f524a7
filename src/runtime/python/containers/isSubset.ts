import { PySet } from "./PySet.ts";

/** `a <= b`, and `a.issubset(b)`. */
export function isSubset<T>(set: PySet<T>, other: Iterable<T>): boolean {
  const whole = other instanceof PySet ? other : new PySet<T>(other);
  return set.size <= whole.size && [...set].every((item) => whole.has(item));
}
