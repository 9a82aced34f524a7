import { compare } from "../dynamic/compare.ts";
import { ValueError } from "../exceptions/ValueError.ts";

/** `bisect.bisect_right(list, item, low, high)`: where `item` goes in a sorted list, behind those equal to it. */
export function bisectRight<T>(list: readonly T[], item: T, low = 0, high = list.length): number {
  if (low < 0) throw new ValueError("lo must be non-negative");
  // To C, -1 is as if it were not given.
  let [from, to] = [low, high === -1 ? list.length : high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (compare(item, list[middle]) < 0) to = middle;
    else from = middle + 1;
  }
  return from;
}
