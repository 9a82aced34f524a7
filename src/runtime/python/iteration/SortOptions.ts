/** The arguments of `sorted` and `list.sort`. */
export interface SortOptions<T> {
  /** What an item is ordered by; called once for each. */
  readonly key?: ((item: T) => unknown) | null;
  /** Orders two items (or keys) by a number below, equal to or above 0. */
  readonly cmp?: ((a: never, b: never) => number) | null;
  readonly reverse?: boolean;
}
