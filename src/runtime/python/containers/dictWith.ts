import type { Dict } from "./Dict.ts";

/** `dict(d, **more)`: `dict`, which is nobody else's, with the entries of `more`. */
export function dictWith<K, V>(dict: Dict<K, V>, more: Dict<K, V>): Dict<K, V> {
  dict.update(more);
  return dict;
}
