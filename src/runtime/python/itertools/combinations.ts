import type { Untold } from "../Untold.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { chooseIndexes } from "./chooseIndexes.ts";

/** `itertools.combinations(items, r)`: every choice of `r` of the items, in their order. */
export function* combinations<T = Untold>(items: Iterable<T>, r: number): Generator<T[], undefined> {
  if (r < 0) throw new ValueError("r must be non-negative");
  const pool = [...items];
  for (const row of chooseIndexes(pool.length, r, (index) => index + 1)) yield row.map((index) => pool[index] as T);
}
