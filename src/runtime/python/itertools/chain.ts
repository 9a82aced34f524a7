import type { Untold } from "../Untold.ts";
import { remaining } from "../iteration/remaining.ts";

/** `itertools.chain(a, b)`: one after the other. */
export function* chain<T = Untold>(...iterables: Iterable<T>[]): Generator<T, undefined> {
  for (const items of iterables) yield* remaining(items);
}
