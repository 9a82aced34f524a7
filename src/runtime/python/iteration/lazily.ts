import type { Untold } from "../Untold.ts";
import { oneAtATime } from "./oneAtATime.ts";

/** A generator expression: `make` of each item that passes the test. */
export function lazily<T = Untold, R = Untold>(
  items: Iterable<T>,
  make: (item: T) => R,
  test?: (item: T) => boolean,
): IterableIterator<R, undefined> {
  const source = items[Symbol.iterator]();
  return oneAtATime(() => {
    for (;;) {
      const step = source.next();
      if (step.done === true) return { done: true, value: undefined };
      if (test === undefined || test(step.value)) return { done: false, value: make(step.value) };
    }
  });
}
