import type { Untold } from "../Untold.ts";
/** What is left of an iterator that waits, for a loop that may be left early and another that goes on. */
export function remainingAsync<T = Untold>(items: AsyncIterable<T>): AsyncIterable<T> {
  const source = items[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) };
}
