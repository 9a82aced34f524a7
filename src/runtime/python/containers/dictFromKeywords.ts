import { Dict } from "./Dict.ts";

/** `dict(a=1, b=2)`: CPython takes the keywords from last to first, into a dict that it then copies. */
export function dictFromKeywords<V>(keywords: Readonly<Record<string, V>>): Dict<string, V> {
  const given = new Dict<string, V>();
  for (const [key, value] of Object.entries(keywords).reverse()) given.set(key, value);
  return given.copy();
}
