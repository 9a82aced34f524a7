import type { Untold } from "../Untold.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { chooseIndexes } from "./chooseIndexes.ts";

/** `itertools.combinations_with_replacement(items, r)`: as `combinations`, and each item may come again. */
export function* combinationsWithReplacement<T = Untold>(items: Iterable<T>, r: number): Generator<T[], undefined> {
  if (r < 0) throw new ValueError("r must be non-negative");
  const pool = [...items];
  for (const row of chooseIndexes(pool.length, r, (index) => index)) yield row.map((index) => pool[index] as T);
}
