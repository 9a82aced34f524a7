/** `itertools.izip(a, b)`: items are taken as they are asked for. */
export function* zipLazily<T extends readonly unknown[]>(
  ...iterables: { readonly [I in keyof T]: Iterable<T[I]> }
): Generator<T, undefined> {
  const iterators = iterables.map((items: Iterable<unknown>) => items[Symbol.iterator]());
  if (iterators.length === 0) return;
  for (;;) {
    const row: unknown[] = [];
    for (const iterator of iterators) {
      const { done, value } = iterator.next();
      if (done === true) return;
      row.push(value);
    }
    yield row as readonly unknown[] as T;
  }
}
