import type { Occurrence } from "../program/scope.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";

/** The call of `range` or `enumerate` that gives a loop's variable its numbers: `i` of `for i in range(n)` and `for i, x in enumerate(xs)`. */
export function countOf(context: Context, { iter, target }: py.For, variable: Occurrence["node"]): py.Call | null {
  if (iter.kind !== "Call") return null;
  const builtin = builtinCalled(context.module.bindings, iter);
  const counted = builtin === "enumerate" && target.kind === "Tuple" ? target.elts[0] : target;
  return builtin !== null &&
    ["range", "xrange", "enumerate"].includes(builtin) &&
    counted === variable &&
    counted.kind === "Name"
    ? iter
    : null;
}
