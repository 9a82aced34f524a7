import { PySet } from "../containers/PySet.ts";
import type { ReprOf } from "./ReprOf.ts";

/** `repr` of a set: `set([1, 2])`, or `frozenset([1, 2])`, in the order in which it iterates. */
export function reprSet<T>(item: ReprOf<T>): ReprOf<ReadonlySet<T>> {
  return (set) =>
    `${set instanceof PySet && set.frozen ? "frozenset" : "set"}([${Array.from(set, (value) => item(value)).join(", ")}])`;
}
