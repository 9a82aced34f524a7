/** `zip(a, b, …)`: a list of tuples, as long as the shortest. */
export function zip<T extends readonly unknown[]>(
  ...lists: { [I in keyof T]: Iterable<T[I]> }
): { -readonly [I in keyof T]: T[I] }[] {
  const columns = lists.map((list) => [...(list as Iterable<unknown>)]);
  const length = columns.length === 0 ? 0 : Math.min(...columns.map((column) => column.length));
  return Array.from({ length }, (_, row) => columns.map((column) => column[row]) as { -readonly [I in keyof T]: T[I] });
}
