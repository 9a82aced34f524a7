import type { ReprOf } from "./ReprOf.ts";

/**
 * `repr` of a tuple of any length whose items have one type: `(1,)`, `(1, 2)`. The arguments of a function with optional parameters may be
 * undefined to TypeScript (`Parameters<typeof f>`): one that is not given is not in the tuple.
 */
export function reprTupleOf<T>(item: ReprOf<T>): ReprOf<readonly (T | undefined)[]> {
  return (tuple) => `(${tuple.map((value) => item(value as T)).join(", ")}${tuple.length === 1 ? "," : ""})`;
}
