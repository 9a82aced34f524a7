/** `itertools.repeat(value, times)`: without end where no number is given. */
export function* repeatValue<T>(value: T, times = Infinity): Generator<T, undefined> {
  for (let i = 0; i < times; i++) yield value;
}
