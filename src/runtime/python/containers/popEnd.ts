import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import type { Dict } from "./Dict.ts";
import { OrderedDict } from "./OrderedDict.ts";

/** `d.popitem(last)`: the entry that was inserted last, or first. Only an OrderedDict takes the argument. */
export function popEnd<K, V>(dict: Dict<K, V>, last: boolean): [K, V] {
  if (!(dict instanceof OrderedDict)) throw new UntranslatedError("U0103", "popitem(last) of a dict without an order");
  if (last || dict.size === 0) return dict.popItem();
  const [key] = dict.keys();
  return [key as K, dict.pop(key as K) as V];
}
