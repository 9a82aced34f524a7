import { compare } from "../dynamic/compare.ts";

/** Moves the item at `at` up towards `top`, as CPython's `_siftdown` does. */
export function siftDown<T>(heap: T[], top: number, at: number): void {
  const item = heap[at] as T;
  let place = at;
  while (place > top) {
    const parent = (place - 1) >> 1;
    if (!(compare(item, heap[parent]) < 0)) break;
    heap[place] = heap[parent] as T;
    place = parent;
  }
  heap[place] = item;
}
