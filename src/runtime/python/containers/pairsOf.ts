import type { Untold } from "../Untold.ts";
import { ValueError } from "../exceptions/ValueError.ts";

/** What `dict(items)` takes an iterable of lists for; a ValueError for one that does not hold two. */
export function* pairsOf<T = Untold>(items: Iterable<readonly T[]>): Generator<[T, T], undefined> {
  let index = 0;
  for (const item of items) {
    if (item.length !== 2)
      throw new ValueError(`dictionary update sequence element #${index} has length ${item.length}; 2 is required`);
    yield [item[0] as T, item[1] as T];
    index++;
  }
}
