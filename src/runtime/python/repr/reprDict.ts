import type { ReprOf } from "./ReprOf.ts";

/** `repr` of a dict: `{'a': 1}`, in the order in which it iterates. */
export function reprDict<K, V>(key: ReprOf<K>, value: ReprOf<V>): ReprOf<ReadonlyMap<K, V>> {
  return (dict) => `{${Array.from(dict, ([k, v]) => `${key(k)}: ${value(v)}`).join(", ")}}`;
}
