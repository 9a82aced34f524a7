import { sorted } from "./sorted.ts";
import type { SortOptions } from "./SortOptions.ts";

/** `list.sort(cmp, key, reverse)`: in place. */
export function sortList<T, K = T>(list: T[], options: SortOptions<T, K> = {}): void {
  for (const [index, item] of sorted(list, options).entries()) list[index] = item;
}
