import type { Untold } from "../Untold.ts";
import { compare } from "../dynamic/compare.ts";
import { heapReplace } from "./heapReplace.ts";

/** `heapq.heappushpop(heap, item)`: the least of the heap's items and this one. */
export function heapPushPop<T = Untold>(heap: T[], item: T): T {
  return heap.length > 0 && compare(heap[0], item) < 0 ? heapReplace(heap, item) : item;
}
