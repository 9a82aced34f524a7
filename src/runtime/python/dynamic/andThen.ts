import { truthy } from "./truthy.ts";

/** `a and b` as a value: `a` where it is false, else what `b` gives. */
export function andThen<A, B>(a: A, b: () => B): A | B {
  return truthy(a) ? b() : a;
}
