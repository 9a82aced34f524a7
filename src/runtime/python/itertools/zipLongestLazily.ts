/** `itertools.izip_longest(a, b, fillvalue=fill)`: as long as the longest, with `fill` for what the others lack. */
export function* zipLongestLazily<T extends readonly unknown[], F>(
  fill: F,
  ...lists: { [I in keyof T]: Iterable<T[I]> }
): Generator<{ -readonly [I in keyof T]: T[I] | F }, undefined> {
  const iterators = lists.map((list) => (list as Iterable<unknown>)[Symbol.iterator]());
  const ended = iterators.map(() => false);
  for (;;) {
    const row = iterators.map((iterator, i): unknown => {
      if (ended[i] === true) return fill;
      const { done, value } = iterator.next();
      if (done === true) ended[i] = true;
      return done === true ? fill : value;
    });
    if (!ended.includes(false)) return;
    yield row as { -readonly [I in keyof T]: T[I] | F };
  }
}
