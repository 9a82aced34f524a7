import { UntranslatedError } from "../exceptions/UntranslatedError.ts";

/**
 * `map(f, a, b, …)`: `f` of the first items, of the second ones, and so on. For lists that are not of one length Python hands `f` None,
 * which it was not translated for.
 */
export function mapTogether<T extends readonly unknown[], R>(
  f: (...items: T) => R,
  ...lists: { [I in keyof T]: Iterable<T[I]> }
): R[] {
  const columns = lists.map((list) => [...(list as Iterable<unknown>)]);
  const length = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== length))
    throw new UntranslatedError("U0103", "map() over lists of different lengths");
  return Array.from({ length }, (_, row) => f(...(columns.map((column) => column[row]) as readonly unknown[] as T)));
}
