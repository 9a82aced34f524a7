import { Dict } from "../containers/Dict.ts";
import type { ReprOf } from "./ReprOf.ts";

/** `repr` of a dict: `{'a': 1}`, in the order in which it iterates. A defaultdict and an OrderedDict say what they are. */
export function reprDict<K, V>(key: ReprOf<K>, value: ReprOf<V>): ReprOf<ReadonlyMap<K, V>> {
  return (dict) =>
    dict instanceof Dict
      ? (dict as Dict<K, V>).show(key, value)
      : `{${Array.from(dict, ([k, v]) => `${key(k)}: ${value(v)}`).join(", ")}}`;
}
