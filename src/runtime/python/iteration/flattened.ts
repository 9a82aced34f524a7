import type { Untold } from "../Untold.ts";
import { oneAtATime } from "./oneAtATime.ts";

/** A generator expression with a loop in another: what each of the `lists` gives in its turn. */
export function flattened<T = Untold>(lists: Iterable<Iterable<T>>): IterableIterator<T, undefined> {
  const outer = lists[Symbol.iterator]();
  let inner: Iterator<T> | null = null;
  return oneAtATime(() => {
    for (;;) {
      if (inner === null) {
        const list = outer.next();
        if (list.done === true) return { done: true, value: undefined };
        inner = list.value[Symbol.iterator]();
      }
      const item = inner.next();
      if (item.done !== true) return { done: false, value: item.value };
      inner = null;
    }
  });
}
