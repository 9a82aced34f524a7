import { Dict } from "./Dict.ts";

/** `dict.fromkeys(keys, value)` of a list or another iterable. */
export function dictFromKeys<K, V>(keys: Iterable<K>, value: V): Dict<K, V> {
  const dict = new Dict<K, V>();
  for (const key of keys) dict.set(key, value);
  return dict;
}
