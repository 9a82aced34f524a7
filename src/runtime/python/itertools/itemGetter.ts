import { getItem } from "../dynamic/getItem.ts";

/** `operator.itemgetter(key)`. */
export function itemGetter(key: unknown): (container: unknown) => unknown {
  return (container) => getItem(container, key);
}
