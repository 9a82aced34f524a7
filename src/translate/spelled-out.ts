import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";

/**
 * The dict that a format takes its names from, written out: `{'a': a}` for `locals()`. Null where it is anything else, or where a
 * variable may have no value: Python would raise KeyError.
 */
export function spelledOut(context: Context, e: py.Expression): py.Dict | null {
  const dict = context.module.bindings.spelledOut.get(e);
  const isSet = dict?.items.every(({ value }) => value.kind !== "Name" || !context.facts.unsetReads.has(value));
  return dict && isSet ? dict : null;
}
