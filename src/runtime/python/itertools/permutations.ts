import type { Untold } from "../Untold.ts";
import { ValueError } from "../exceptions/ValueError.ts";

/** `itertools.permutations(items, r)`: every order of `r` of the items, of all of them without `r`. */
export function permutations<T = Untold>(items: Iterable<T>, r?: number): Generator<T[], undefined> {
  const pool = [...items];
  if (r !== undefined && r < 0) throw new ValueError("r must be non-negative");
  return ordered(pool, r ?? pool.length, []);
}

function* ordered<T>(pool: readonly T[], r: number, taken: readonly number[]): Generator<T[], undefined> {
  if (taken.length === r) {
    yield taken.map((index) => pool[index] as T);
    return;
  }
  for (const index of pool.keys()) if (!taken.includes(index)) yield* ordered(pool, r, [...taken, index]);
}
