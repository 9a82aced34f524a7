import type { Occurrence } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";

/** The call of `range` or `enumerate` that gives a loop's variable its numbers: `i` of `for i in range(n)` and `for i, x in enumerate(xs)`. */
export function countOf(context: Context, { iter, target }: py.For, variable: Occurrence["node"]): py.Call | null {
  if (iter.kind !== "Call" || iter.func.kind !== "Name" || !isBuiltin(context, iter.func)) return null;
  const counted = iter.func.id === "enumerate" && target.kind === "Tuple" ? target.elts[0] : target;
  return ["range", "xrange", "enumerate"].includes(iter.func.id) && counted === variable && counted.kind === "Name"
    ? iter
    : null;
}

/** The name means what Python gives it. */
export const isBuiltin = (context: Context, name: py.Name): boolean =>
  (context.module.bindings.symbols.get(name)?.writes.length ?? 0) === 0;
