import { sorted } from "../iteration/sorted.ts";

/** `heapq.nlargest(count, items, key)`. */
export function largest<T>(count: number, items: Iterable<T>, key: ((item: T) => unknown) | null = null): T[] {
  return sorted(items, { key, reverse: true }).slice(0, Math.max(0, count));
}
