import type { Untold } from "../Untold.ts";
/**
 * What is left of an iterator, for a loop that may be left early: JavaScript's `for` would close a generator then, and Python's lets the
 * next loop go on with it.
 */
export function remaining<T = Untold>(items: Iterable<T>): Iterable<T> {
  const source = items[Symbol.iterator]();
  return { [Symbol.iterator]: () => ({ next: () => source.next() }) };
}
