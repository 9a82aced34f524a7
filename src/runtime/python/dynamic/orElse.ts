import { truthy } from "./truthy.ts";

/** `a or b` as a value: `a` where it is true, else what `b` gives. */
export function orElse<A, B>(a: A, b: () => B): A | B {
  return truthy(a) ? a : b();
}
