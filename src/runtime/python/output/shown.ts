/** A value for `print`: the text that it is, or an object that shows itself, which `show` is asked for. */
export function shown<T>(show: (value: T) => string, value: T): string | { toString(): string } {
  return typeof value === "string" ? show(value) : { toString: () => show(value) };
}
