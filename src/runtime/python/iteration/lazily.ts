import type { Untold } from "../Untold.ts";
/**
 * A generator expression: `make` of each item that passes the test, made when it is asked for, and once. A loop that is left early
 * leaves the rest for the next one; an exception ends it.
 */
export function lazily<T = Untold, R = Untold>(
  items: Iterable<T>,
  make: (item: T) => R,
  test?: (item: T) => boolean,
): IterableIterator<R, undefined> {
  const source = items[Symbol.iterator]();
  let over = false;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      while (!over) {
        over = true;
        const step = source.next();
        if (step.done === true) break;
        const wanted = test === undefined || test(step.value);
        const value = wanted ? { done: false as const, value: make(step.value) } : null;
        over = false;
        if (value !== null) return value;
      }
      return { done: true, value: undefined };
    },
  };
}
