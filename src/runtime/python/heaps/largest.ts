import type { Untold } from "../Untold.ts";
import { sorted } from "../iteration/sorted.ts";

/** `heapq.nlargest(count, items, key)`. */
export function largest<T = Untold>(count: number, items: Iterable<T>, key: ((item: T) => unknown) | null = null): T[] {
  return sorted(items, { key, reverse: true }).slice(0, Math.max(0, count));
}
