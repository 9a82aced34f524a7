/** The arguments of `sorted` and `list.sort`; `K` is what `cmp` takes: an item, or what `key` makes of it. */
export interface SortOptions<T, K = T> {
  /** What an item is ordered by; called once for each. */
  readonly key?: ((item: T) => unknown) | null;
  /** Orders two items (or keys) by a number below, equal to or above 0. */
  readonly cmp?: ((a: K, b: K) => number) | null;
  readonly reverse?: boolean;
}
