/** `itertools.chain(a, b)`: one after the other. */
export function* chain<T>(...iterables: Iterable<T>[]): Generator<T, undefined> {
  for (const items of iterables) yield* items;
}
