import type { Untold } from "../Untold.ts";
/** `itertools.chain.from_iterable(lists)`: one after the other, each asked for when it is its turn. */
export function* chainAll<T = Untold>(lists: Iterable<Iterable<T>>): Generator<T, undefined> {
  for (const items of lists) yield* items;
}
