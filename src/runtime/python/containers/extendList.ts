/** `list.extend(items)` and `list += items`, of any length: what an iterator gave before it raised is in the list. */
export function extendList<T>(list: T[], items: Iterable<T>): void {
  for (const item of Array.isArray(items) ? [...(items as readonly T[])] : items) list.push(item);
}
