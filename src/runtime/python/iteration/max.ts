import type { Untold } from "../Untold.ts";
import { compare } from "../dynamic/compare.ts";
import { ValueError } from "../exceptions/ValueError.ts";

/** `max(items, key)`: the greatest item in Python's order, the first of equal ones. */
export function max<T = Untold>(items: Iterable<T>, key: (item: T) => unknown = (item) => item): T {
  let best: { item: T; key: unknown } | null = null;
  for (const item of items) {
    const by = key(item);
    if (best === null || compare(by, best.key) > 0) best = { item, key: by };
  }
  if (best === null) throw new ValueError("max() arg is an empty sequence");
  return best.item;
}
