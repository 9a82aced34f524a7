import type { Untold } from "../Untold.ts";
import { sorted } from "../iteration/sorted.ts";

/** `heapq.nsmallest(count, items, key)`. */
export function smallest<T = Untold>(
  count: number,
  items: Iterable<T>,
  key: ((item: T) => unknown) | null = null,
): T[] {
  return sorted(items, { key }).slice(0, Math.max(0, count));
}
