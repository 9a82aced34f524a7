import { Dict } from "../containers/Dict.ts";
import { repr } from "./repr.ts";
import type { ReprOf } from "./ReprOf.ts";

/** `repr` of a dict: `{'a': 1}`, in the order in which it iterates. A defaultdict and an OrderedDict say what they are. */
export function reprDict<K, V>(key: ReprOf<K>, value: ReprOf<V>): ReprOf<ReadonlyMap<K, V>> {
  return (dict) =>
    dict instanceof Dict && dict.constructor !== Dict
      ? repr(dict)
      : `{${Array.from(dict, ([k, v]) => `${key(k)}: ${value(v)}`).join(", ")}}`;
}
