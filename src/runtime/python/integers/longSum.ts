import type { Integer } from "./Integer.ts";
import { longAdd } from "./longAdd.ts";

/** `sum(items, start)` of integers of any size. */
export function longSum(items: Iterable<Integer>, start: Integer = 0): Integer {
  let total = start;
  for (const item of items) total = longAdd(total, item);
  return total;
}
