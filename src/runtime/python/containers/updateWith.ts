import type { Dict } from "./Dict.ts";

/** `dict.update(entries, a=1)`: the entries first, then those of the keywords. */
export function updateWith<K, V>(
  dict: Dict<K, V>,
  entries: Iterable<readonly [K, V]>,
  keywords: Iterable<readonly [K, V]>,
): void {
  dict.update(entries);
  dict.update(keywords);
}
