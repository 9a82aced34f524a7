import type { Dict } from "./Dict.ts";

/** `C(items)` of a class that derives from dict and has no `__init__`: the new dict, with these in it. */
export function filled<K, V, D extends Dict<K, V>>(
  dict: D & Dict<K, V>,
  ...others: readonly (ReadonlyMap<K, V> | Iterable<readonly [K, V]>)[]
): D {
  for (const other of others) dict.update(other);
  return dict;
}
