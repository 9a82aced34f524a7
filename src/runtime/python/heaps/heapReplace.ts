import type { Untold } from "../Untold.ts";
import { IndexError } from "../exceptions/IndexError.ts";
import { siftUp } from "./siftUp.ts";

/** `heapq.heapreplace(heap, item)`: the least item, for which `item` comes in. */
export function heapReplace<T = Untold>(heap: T[], item: T): T {
  if (heap.length === 0) throw new IndexError("index out of range");
  const least = heap[0] as T;
  heap[0] = item;
  siftUp(heap, 0);
  return least;
}
