/** `a.isdisjoint(b)`: no item is in both. */
export function isDisjoint<T>(set: ReadonlySet<T>, other: Iterable<T>): boolean {
  for (const item of other) if (set.has(item)) return false;
  return true;
}
