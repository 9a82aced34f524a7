import { truthy } from "./truthy.ts";

/** `a or b` as a value: `a` where it is true, which None and False never are, else what `b` gives. */
export function orElse<A, B>(a: A, b: () => B): Exclude<A, null | undefined | false> | B {
  return truthy(a) ? (a as Exclude<A, null | undefined | false>) : b();
}
