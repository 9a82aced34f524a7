import type { Untold } from "../Untold.ts";
/** `itertools.dropwhile(test, items)`. */
export function* dropWhile<T = Untold>(test: (item: T) => boolean, items: Iterable<T>): Generator<T, undefined> {
  let dropping = true;
  for (const item of items) {
    dropping = dropping && test(item);
    if (!dropping) yield item;
  }
}
