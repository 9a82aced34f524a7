/** `zip(a, b, …)`: a list of tuples, as long as the shortest. Of each one item is taken in turn: two may be one iterator. */
export function zip<T extends readonly unknown[]>(
  ...lists: { [I in keyof T]: Iterable<T[I]> }
): { -readonly [I in keyof T]: T[I] }[] {
  const iterators = lists.map((list) => (list as Iterable<unknown>)[Symbol.iterator]());
  const rows: unknown[][] = [];
  for (;;) {
    const row: unknown[] = [];
    for (const iterator of iterators) {
      const { done, value } = iterator.next();
      if (done === true) return rows as { -readonly [I in keyof T]: T[I] }[];
      row.push(value);
    }
    if (row.length === 0) return [];
    rows.push(row);
  }
}
