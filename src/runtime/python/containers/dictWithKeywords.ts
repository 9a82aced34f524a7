import type { Dict } from "./Dict.ts";
import { dictFromKeywords } from "./dictFromKeywords.ts";

/** `dict(d, a=1)`: `dict`, which is nobody else's, with what the keywords give. */
export function dictWithKeywords<V, W extends V>(
  dict: Dict<string, V>,
  keywords: Readonly<Record<string, W>>,
): Dict<string, V> {
  dict.update(dictFromKeywords<V>(keywords));
  return dict;
}
