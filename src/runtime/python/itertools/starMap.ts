import { remaining } from "../iteration/remaining.ts";

/** `itertools.starmap(f, rows)`: `f` of the items of each row, when it is asked for. */
export function* starMap<T extends readonly unknown[], R>(
  f: (...items: T) => R,
  rows: Iterable<T>,
): Generator<R, undefined> {
  for (const row of remaining(rows)) yield f(...row);
}
