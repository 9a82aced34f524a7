import { siftDown } from "./siftDown.ts";

/** `heapq.heappush(heap, item)`. */
export function heapPush<T>(heap: T[], item: T): void {
  heap.push(item);
  siftDown(heap, 0, heap.length - 1);
}
