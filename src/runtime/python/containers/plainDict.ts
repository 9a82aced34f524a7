import { Dict } from "./Dict.ts";

/** `dict(d)`: a plain one, though `d` may be a defaultdict or an OrderedDict. */
export function plainDict<K, V>(dict: Dict<K, V>): Dict<K, V> {
  const copy = new Dict<K, V>([], dict.textType);
  copy.update(dict);
  return copy;
}
