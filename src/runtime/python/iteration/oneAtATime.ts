import type { Untold } from "../Untold.ts";

/**
 * What a generator expression is: `next` makes an item when it is asked for, and once. A loop that is left early leaves the rest for
 * the next one; an exception ends it.
 */
export function oneAtATime<R = Untold>(next: () => IteratorResult<R, undefined>): IterableIterator<R, undefined> {
  let over = false;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next() {
      if (over) return { done: true, value: undefined };
      over = true;
      const step = next();
      over = step.done === true;
      return step;
    },
  };
}
