import type { Untold } from "../Untold.ts";
import { remaining } from "../iteration/remaining.ts";

/** `itertools.chain.from_iterable(lists)`: one after the other, each asked for when it is its turn. */
export function* chainAll<T = Untold>(lists: Iterable<Iterable<T>>): Generator<T, undefined> {
  for (const items of remaining(lists)) yield* remaining(items);
}
