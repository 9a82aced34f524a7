/** `itertools.count(start, step)`: without end. */
export function* countFrom(start = 0, step = 1): Generator<number, undefined> {
  for (let at = start; ; at += step) yield at;
}
