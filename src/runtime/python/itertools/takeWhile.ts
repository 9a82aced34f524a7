import type { Untold } from "../Untold.ts";
import { remaining } from "../iteration/remaining.ts";

/** `itertools.takewhile(test, items)`: what follows is left to whoever goes on with the items. */
export function* takeWhile<T = Untold>(test: (item: T) => boolean, items: Iterable<T>): Generator<T, undefined> {
  for (const item of remaining(items)) {
    if (!test(item)) return;
    yield item;
  }
}
