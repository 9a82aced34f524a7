import { equals } from "../dynamic/equals.ts";

/** `iter(f, sentinel)`: what `f` gives, call after call, until it gives the sentinel. */
export function* callUntil<T>(f: () => T, sentinel: unknown): Generator<T, undefined> {
  for (;;) {
    const value = f();
    if (equals(value, sentinel)) return;
    yield value;
  }
}
