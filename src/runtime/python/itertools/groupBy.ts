import { equalItems } from "../dynamic/equalItems.ts";

/**
 * `itertools.groupby(items, key)`: runs of items with equal keys. As in Python the runs share one iterator: what is left of a run
 * is gone when the next one is asked for.
 */
export function* groupBy<T, K>(
  items: Iterable<T>,
  key: (item: T) => K,
): Generator<[key: K, group: Iterable<T>], undefined> {
  const iterator = items[Symbol.iterator]();
  let head = take();
  function take(): { readonly item: T; readonly key: K } | null {
    const { done, value } = iterator.next();
    return done === true ? null : { item: value, key: key(value) };
  }
  while (head !== null) {
    const current: K = head.key;
    let live = true;
    function* group(): Generator<T, undefined> {
      while (live && head !== null && equalItems(head.key, current)) {
        const { item }: { readonly item: T } = head;
        head = take();
        yield item;
      }
    }
    yield [current, group()];
    live = false;
    while (head !== null && equalItems(head.key, current)) head = take();
  }
}
