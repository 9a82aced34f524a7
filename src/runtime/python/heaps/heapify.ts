import { siftUp } from "./siftUp.ts";

/** `heapq.heapify(list)`: puts the items in the order of a heap, in place. */
export function heapify<T>(list: T[]): void {
  for (let at = (list.length >> 1) - 1; at >= 0; at--) siftUp(list, at);
}
