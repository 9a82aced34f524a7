import type { Untold } from "../Untold.ts";
import { ValueError } from "../exceptions/ValueError.ts";

/**
 * What `dict(items)` takes an iterable of lists for; a ValueError for one that does not hold two, which says what `for key, value in items`
 * does where Python goes through them so, as OrderedDict does.
 */
export function* pairsOf<T = Untold>(
  items: Iterable<readonly T[]>,
  how: "filling" | "unpacking" = "filling",
): Generator<[T, T], undefined> {
  let index = 0;
  for (const item of items) {
    if (item.length !== 2)
      throw new ValueError(how === "filling" ? ofElement(index, item.length) : ofUnpacking(item.length));
    yield [item[0] as T, item[1] as T];
    index++;
  }
}

const ofElement = (index: number, length: number): string =>
  `dictionary update sequence element #${index} has length ${length}; 2 is required`;

const ofUnpacking = (length: number): string =>
  length > 2 ? "too many values to unpack" : `need more than ${length} value${length === 1 ? "" : "s"} to unpack`;
