import type { Untold } from "../Untold.ts";
import { IndexError } from "../exceptions/IndexError.ts";
import { siftUp } from "./siftUp.ts";

/** `heapq.heappop(heap)`: the least item; an IndexError if there is none. */
export function heapPop<T = Untold>(heap: T[]): T {
  if (heap.length === 0) throw new IndexError("index out of range");
  const last = heap.pop() as T;
  if (heap.length === 0) return last;
  const least = heap[0] as T;
  heap[0] = last;
  siftUp(heap, 0);
  return least;
}
