import type { Untold } from "../Untold.ts";
/** `sum(lists, start)`: the items of all, after those of `start`. */
export function sumLists<T = Untold>(lists: Iterable<readonly T[]>, start: readonly T[]): T[] {
  const all = [...start];
  for (const list of lists) for (const item of list) all.push(item);
  return all;
}
