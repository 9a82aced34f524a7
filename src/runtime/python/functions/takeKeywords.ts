import type { Dict } from "../containers/Dict.ts";
import { collectKeywords } from "../containers/collectKeywords.ts";
import { Keywords } from "./Keywords.ts";

/** A wrapper's `**kwargs`: the keywords among its arguments, taken out of them. */
export function takeKeywords<V>(args: unknown[]): Dict<string, V> {
  const last = args.at(-1);
  if (!(last instanceof Keywords)) return collectKeywords<V>({});
  args.pop();
  return collectKeywords(last.given as Readonly<Record<string, V>>);
}
