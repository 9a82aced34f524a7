import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { iterate } from "../dynamic/iterate.ts";
import type { Dict } from "./Dict.ts";
import { pairsOf } from "./pairsOf.ts";

/** `dict.update(d, *args, **kwargs)`, and `dict.__init__`: a dict or pairs, or neither, and then the keywords. It gives the dict. */
export function updateFrom<K, V>(
  dict: Dict<K, V>,
  method: "dict" | "update",
  args: readonly unknown[],
  keywords?: Dict<string, V>,
): Dict<K, V> {
  if (args.length > 1) throw new PyTypeError(`${method} expected at most 1 arguments, got ${args.length}`);
  const [other] = args;
  if (other instanceof Map) dict.update(other as ReadonlyMap<K, V>);
  else if (args.length > 0) dict.update(pairsOf(sequences(other)) as Iterable<readonly [K, V]>);
  if (keywords) dict.update(keywords as unknown as ReadonlyMap<K, V>);
  return dict;
}

function* sequences(items: unknown): Generator<readonly unknown[], undefined> {
  let index = 0;
  for (const item of iterate(items)) {
    if (typeof item !== "string" && !Array.isArray(item))
      throw new PyTypeError(`cannot convert dictionary update sequence element #${index} to a sequence`);
    yield typeof item === "string" ? [...item] : item;
    index++;
  }
}
