/** `itertools.product(a, b)`: every row of one item of each, the last one changing fastest. */
export function* product<T extends readonly unknown[]>(
  ...iterables: { readonly [I in keyof T]: Iterable<T[I]> }
): Generator<T, undefined> {
  const pools = iterables.map((items: Iterable<unknown>) => [...items]);
  const rows = pools.reduce<unknown[][]>((all, pool) => all.flatMap((row) => pool.map((item) => [...row, item])), [[]]);
  for (const row of rows) yield row as readonly unknown[] as T;
}
