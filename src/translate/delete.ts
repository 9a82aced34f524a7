import { only } from "../analysis/types.ts";
import { array, assign, awaited, call, id, method, nil, statement } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { everyHas } from "../analysis/class-support.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";

export function deleteStatement(context: Context, node: py.Delete): ts.Statement[] {
  return node.targets.map((target) => {
    if (target.kind === "Name") {
      const symbol = context.module.bindings.symbols.get(target);
      const hoistedHere = symbol && context.frame.declarations.of(symbol)?.how === "hoisted";
      if (symbol && hoistedHere) return statement(assign(id(context.symbolName(symbol)), id("undefined")));
    }
    if (target.kind === "Subscript" && target.slice.type === "index") {
      const type = context.typeOf(target.value);
      if (everyHas(type, "__delitem__")) {
        const deleted = method(expression(context, target.value), "__delitem__", [
          expression(context, target.slice.value),
        ]);
        return statement(context.facts.awaited.has(target) ? awaited(deleted) : deleted);
      }
      if (only(type, "list", "dict", "json")) {
        return statement(
          call(context.runtime("python", "deleteItem"), [
            expression(context, target.value),
            expression(context, target.slice.value),
          ]),
        );
      }
    }
    if (target.kind === "Subscript" && target.slice.type === "slice" && only(context.typeOf(target.value), "list")) {
      const bound = (e: py.Expression | null): ts.Expression => (e ? expression(context, e) : nil());
      const { step } = target.slice;
      const args = [expression(context, target.value), bound(target.slice.lower), bound(target.slice.upper)];
      if (!step) return statement(call(context.runtime("python", "setSlice"), [...args, array([])]));
      if (only(context.typeOf(step), "int"))
        return statement(call(context.runtime("python", "deleteSlice"), [...args, expression(context, step)]));
    }
    return statement(context.untranslated("U0103", "this del", target));
  });
}
