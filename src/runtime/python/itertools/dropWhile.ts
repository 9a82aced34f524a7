/** `itertools.dropwhile(test, items)`. */
export function* dropWhile<T>(test: (item: T) => boolean, items: Iterable<T>): Generator<T, undefined> {
  let dropping = true;
  for (const item of items) {
    dropping = dropping && test(item);
    if (!dropping) yield item;
  }
}
