import { compare } from "../dynamic/compare.ts";
import { siftDown } from "./siftDown.ts";

/** Moves the item at `at` to a leaf, by the smaller child each time, and from there up to its place, as CPython's `_siftup` does. */
export function siftUp<T>(heap: T[], at: number): void {
  const end = heap.length;
  const item = heap[at] as T;
  let place = at;
  for (let child = 2 * place + 1; child < end; child = 2 * place + 1) {
    const right = child + 1;
    if (right < end && !(compare(heap[child], heap[right]) < 0)) child = right;
    heap[place] = heap[child] as T;
    place = child;
  }
  heap[place] = item;
  siftDown(heap, at, place);
}
