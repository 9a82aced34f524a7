import type { Untold } from "../Untold.ts";
import { remaining } from "../iteration/remaining.ts";

/** `itertools.cycle(items)`: again and again. */
export function* cycle<T = Untold>(items: Iterable<T>): Generator<T, undefined> {
  const seen: T[] = [];
  for (const item of remaining(items)) {
    yield item;
    seen.push(item);
  }
  while (seen.length > 0) yield* seen;
}
