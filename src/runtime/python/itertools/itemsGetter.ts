import { getItem } from "../dynamic/getItem.ts";

/** `operator.itemgetter(a, b, …)`: what it gives is a tuple. */
export function itemsGetter(...keys: readonly unknown[]): (container: unknown) => unknown[] {
  return (container) => keys.map((key) => getItem(container, key));
}
