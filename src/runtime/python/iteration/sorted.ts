import type { Untold } from "../Untold.ts";
import { compare } from "../dynamic/compare.ts";
import type { SortOptions } from "./SortOptions.ts";

/** `sorted(items, cmp, key, reverse)`: a new list in Python's order. Equal items keep their order, in reverse too. */
export function sorted<T = Untold, K = T>(items: Iterable<T>, options: SortOptions<T, K> = {}): T[] {
  const { key = null, cmp = null, reverse = false } = options;
  const order = (cmp ?? compare) as (a: unknown, b: unknown) => number;
  const keyed = Array.from(items, (item): [key: unknown, item: T] => [key === null ? item : key(item), item]);
  keyed.sort(([a], [b]) => (reverse ? order(b, a) : order(a, b)));
  return keyed.map(([, item]) => item);
}
