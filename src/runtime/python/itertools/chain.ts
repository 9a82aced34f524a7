import type { Untold } from "../Untold.ts";
/** `itertools.chain(a, b)`: one after the other. */
export function* chain<T = Untold>(...iterables: Iterable<T>[]): Generator<T, undefined> {
  for (const items of iterables) yield* items;
}
