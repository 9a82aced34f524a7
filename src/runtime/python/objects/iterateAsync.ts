import { StopIteration } from "../exceptions/StopIteration.ts";

type Waiting<T> = AsyncIterable<T> | Iterable<T> | { next(): T | Promise<T> };

/** The items of an object whose `__iter__`, or the `next` of what that gives, waits. */
export async function* iterateAsync<T>(x: { __iter__(): Waiting<T> | Promise<Waiting<T>> }): AsyncGenerator<T, void> {
  const made = await x.__iter__();
  if (Symbol.asyncIterator in made || Symbol.iterator in made) {
    yield* made;
    return;
  }
  for (;;) {
    let item: T;
    try {
      item = await made.next();
    } catch (error) {
      if (error instanceof StopIteration) return;
      throw error;
    }
    yield item;
  }
}
