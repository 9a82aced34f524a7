/** `itertools.compress(items, selectors)`: the items whose selector passes the test. */
export function* compress<T, S>(
  items: Iterable<T>,
  selectors: Iterable<S>,
  isTrue: (selector: S) => boolean,
): Generator<T, undefined> {
  const source = items[Symbol.iterator]();
  const tests = selectors[Symbol.iterator]();
  for (;;) {
    const item = source.next();
    if (item.done === true) return;
    const test = tests.next();
    if (test.done === true) return;
    if (isTrue(test.value)) yield item.value;
  }
}
