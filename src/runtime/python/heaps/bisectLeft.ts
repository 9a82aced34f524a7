import { compare } from "../dynamic/compare.ts";
import { ValueError } from "../exceptions/ValueError.ts";

/** `bisect.bisect_left(list, item, low, high)`: where `item` goes in a sorted list, before those equal to it. */
export function bisectLeft<T>(list: readonly T[], item: T, low = 0, high = list.length): number {
  if (low < 0) throw new ValueError("lo must be non-negative");
  // To C, -1 is as if it were not given.
  let [from, to] = [low, high === -1 ? list.length : high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (compare(list[middle], item) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
