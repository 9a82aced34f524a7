import type { Untold } from "../Untold.ts";
import { heapPop } from "./heapPop.ts";
import { heapReplace } from "./heapReplace.ts";
import { heapify } from "./heapify.ts";

/** `heapq.merge(a, b)`: what sorted lists hold, in order; each is asked for its next item when the one before it has been taken. */
export function* mergeSorted<T = Untold>(...lists: Iterable<T>[]): Generator<T, undefined> {
  const heap: [T, number, Iterator<T>][] = [];
  for (const [place, list] of lists.entries()) {
    const rest = list[Symbol.iterator]();
    const first = rest.next();
    if (first.done !== true) heap.push([first.value, place, rest]);
  }
  heapify(heap);
  for (let least = heap[0]; least !== undefined; least = heap[0]) {
    yield least[0];
    const next = least[2].next();
    if (next.done === true) {
      heapPop(heap);
    } else {
      least[0] = next.value;
      heapReplace(heap, least);
    }
  }
}
