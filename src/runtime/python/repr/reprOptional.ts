import type { ReprOf } from "./ReprOf.ts";

/** `repr` of a value that may be None. */
export function reprOptional<T>(value: ReprOf<T>): ReprOf<T | null> {
  return (x) => (x === null ? "None" : value(x));
}
