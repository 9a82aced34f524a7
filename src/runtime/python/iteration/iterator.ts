import type { Untold } from "../Untold.ts";
/** `iter(items)`: what `nextItem` takes from, one after the other. A list may grow meanwhile. */
export function iterator<T = Untold>(items: Iterable<T>): IterableIterator<T> {
  const source = items[Symbol.iterator]();
  return {
    [Symbol.iterator]() {
      return this;
    },
    next: () => source.next(),
  };
}
