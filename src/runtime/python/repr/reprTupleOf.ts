import type { ReprOf } from "./ReprOf.ts";

/** `repr` of a tuple of any length whose items have one type: `(1,)`, `(1, 2)`. */
export function reprTupleOf<T>(item: ReprOf<T>): ReprOf<readonly T[]> {
  return (tuple) => `(${tuple.map((value) => item(value)).join(", ")}${tuple.length === 1 ? "," : ""})`;
}
