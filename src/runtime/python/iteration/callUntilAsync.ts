import { equals } from "../dynamic/equals.ts";

/** `iter(f, sentinel)` of an `f` that must be awaited. */
export async function* callUntilAsync<T>(
  f: () => T | Promise<T>,
  sentinel: unknown,
): AsyncGenerator<T, void, undefined> {
  for (;;) {
    const value = await f();
    if (equals(value, sentinel)) return;
    yield value;
  }
}
