import { OrderedDict } from "./OrderedDict.ts";

/** `OrderedDict.fromkeys(keys, value)`: each key once, where it was first. */
export function orderedFromKeys<K, V>(keys: Iterable<K>, value: V): OrderedDict<K, V> {
  const dict = new OrderedDict<K, V>();
  for (const key of keys) dict.set(key, value);
  return dict;
}
