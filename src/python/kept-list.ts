/** Most lists in most nodes are empty, and all of those are this one. */
export const EMPTY: readonly never[] = [];

/** The same list for a node to keep: an array that was filled by `push` has room for sixteen more. */
export function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? EMPTY : list.slice();
}
