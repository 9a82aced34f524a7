import { StopIteration } from "../exceptions/StopIteration.ts";

/** `next(it)` of an iterator that waits: its next item; at its end `fallback`, and without one a StopIteration. */
export async function nextItemAsync<T, F = never>(it: AsyncIterable<T>, ...fallback: [F?]): Promise<T | F> {
  const step = await it[Symbol.asyncIterator]().next();
  if (step.done !== true) return step.value;
  if (fallback.length === 0) throw new StopIteration();
  return fallback[0] as F;
}
