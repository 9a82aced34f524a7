import type { PySet } from "./PySet.ts";

/** `a >= b`, and `a.issuperset(b)`. */
export function isSuperset<T>(set: PySet<T>, other: Iterable<T>): boolean {
  return [...other].every((item) => set.has(item));
}
