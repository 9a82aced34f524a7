import type { Untold } from "../Untold.ts";
import { remaining } from "../iteration/remaining.ts";

/** `itertools.dropwhile(test, items)`. */
export function* dropWhile<T = Untold>(test: (item: T) => boolean, items: Iterable<T>): Generator<T, undefined> {
  let dropping = true;
  for (const item of remaining(items)) {
    dropping = dropping && test(item);
    if (!dropping) yield item;
  }
}
