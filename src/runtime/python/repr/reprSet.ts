import type { ReprOf } from "./ReprOf.ts";

/** `repr` of a set: `set([1, 2])`, in the order in which it iterates; a frozenset has that `name`. */
export function reprSet<T>(item: ReprOf<T>, name: "set" | "frozenset" = "set"): ReprOf<ReadonlySet<T>> {
  return (set) => `${name}([${Array.from(set, (value) => item(value)).join(", ")}])`;
}
