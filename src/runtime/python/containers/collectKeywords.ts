import type { Dict } from "./Dict.ts";
import { dictFromPairs } from "./dictFromPairs.ts";

/** What `**keywords` of a function collects: CPython puts them into its dict as the call has them. */
export function collectKeywords<V>(given: Readonly<Record<string, V>>): Dict<string, V> {
  return dictFromPairs(Object.entries(given));
}
