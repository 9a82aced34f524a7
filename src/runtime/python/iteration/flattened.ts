import type { Untold } from "../Untold.ts";

/**
 * A generator expression with a loop in another: what each of the `lists` gives in its turn, made when it is asked for, and once. A
 * loop that is left early leaves the rest for the next one; an exception ends it.
 */
export function flattened<T = Untold>(lists: Iterable<Iterable<T>>): IterableIterator<T, undefined> {
  const outer = lists[Symbol.iterator]();
  let inner: Iterator<T> | null = null;
  let over = false;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      while (!over) {
        over = true;
        if (inner === null) {
          const list = outer.next();
          if (list.done === true) break;
          inner = list.value[Symbol.iterator]();
        }
        const item = inner.next();
        over = false;
        if (item.done !== true) return { done: false, value: item.value };
        inner = null;
      }
      return { done: true, value: undefined };
    },
  };
}
