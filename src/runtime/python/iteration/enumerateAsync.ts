import type { Untold } from "../Untold.ts";
/** `enumerate(items, start)` of an iterator that waits. */
export async function* enumerateAsync<T = Untold>(
  items: AsyncIterable<T> | Iterable<T>,
  start = 0,
): AsyncGenerator<[number, T], void> {
  let index = start;
  for await (const item of items) yield [index++, item];
}
