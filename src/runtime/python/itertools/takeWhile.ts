/** `itertools.takewhile(test, items)`. */
export function* takeWhile<T>(test: (item: T) => boolean, items: Iterable<T>): Generator<T, undefined> {
  for (const item of items) {
    if (!test(item)) return;
    yield item;
  }
}
