import { Dict } from "./Dict.ts";

/** `dict(pairs)`, and a dict comprehension: without a literal's room for all entries, which can give another order. */
export function dictFromPairs<K, V>(pairs: Iterable<readonly [K, V]>, textType: "str" | "unicode" = "str"): Dict<K, V> {
  const dict = new Dict<K, V>([], textType);
  for (const [key, value] of pairs) dict.set(key, value);
  return dict;
}
