import type { Untold } from "../Untold.ts";
/** All items of an iterator that waits, in their order. */
export async function collected<T = Untold>(items: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
