/** Rows of `length` indexes below `count`, in rising order of the rows; `next` says where the place after an index starts. */
export function* chooseIndexes(
  count: number,
  length: number,
  next: (index: number) => number,
  row: readonly number[] = [],
): Generator<readonly number[], undefined> {
  if (row.length === length) {
    yield row;
    return;
  }
  const last = row.at(-1);
  for (let index = last === undefined ? 0 : next(last); index < count; index++)
    yield* chooseIndexes(count, length, next, [...row, index]);
}
