import { classOfBare, isMaker, makerOf } from "../analysis/made-by-new.ts";
import { members } from "../analysis/join.ts";
import { call } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";

/**
 * The object that a `__new__` gives, in the `__init__` that makes it ready, and a new one in the `__new__`; null for another call.
 *   self.__new__(name)   →  super(name)
 *   object.__new__(cls)  →  bareObject(this)
 */
export function madeByNew(context: Context, node: py.Call): ts.Expression | null {
  const { func, args } = node;
  const { fn } = context.frame;
  const cls = classOfBare(node, fn, context.module);
  if (cls) return call(context.runtime("python", "bareObject"), [expression(context, cls)]);
  if (func.kind !== "Attribute" || func.attr !== "__new__") return null;
  const maker = fn?.name === "__init__" && fn.owner ? makerOf(fn.owner) : null;
  if (!maker || !isMaker(maker))
    return members(context.typeOf(func)).some((m) => m.k === "func" && isMaker(m.fn))
      ? context.untranslated("U0109", "__new__ that is called by its name", node)
      : null;
  return call(
    { type: "Super" },
    args.map((arg) => expression(context, arg)),
  );
}
