import { type Type } from "../analysis/types.ts";
import { call, undefinedValue } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { heldParameters } from "../library/held-method.ts";
import { library } from "../library/index.ts";
import { bindCall, parseSignature } from "../library/signature.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { told } from "./library-method.ts";
import { narrowed } from "./library-argument.ts";

/** A library method kept in a variable: an arrow function over its required parameters, made where it was taken. */
export function heldMethod(
  context: Context,
  node: py.Call,
  callees: readonly (Type & { k: "method" })[],
): ts.Expression {
  const required = callees.map((m) => heldParameters(m)?.length);
  const native = nativeArguments(context, node, callees);
  if (native) return call(expression(context, node.func), native);
  const plain = node.keywords.length === 0 && !node.starargs && !node.kwargs;
  if (plain && required.every((n) => n === node.args.length)) {
    const made = call(
      expression(context, node.func),
      node.args.map((a) => expression(context, a)),
    );
    // The type of such a function tells what it gives only where that does not depend on its arguments.
    return callees.some((m) => typeof library.callable(m)?.result === "function") ? told(context, made, node) : made;
  }
  return context.untranslated("U0103", `${callees[0]?.name ?? "a method"} kept in a variable and called`, node);
}

/** The arguments, in order, of the runtime's own method kept in a variable; null where it is another. */
function nativeArguments(
  context: Context,
  node: py.Call,
  callees: readonly (Type & { k: "method" })[],
): ts.Expression[] | null {
  const entries = callees.map((m) => library.memberEntry(m.receiver, m.name));
  const [entry] = entries;
  if (entry?.kind !== "function" || !entry.native || entries.some((e) => e !== entry)) return null;
  const bound = bindCall(entry.params, node);
  if (!bound.ok) return null;
  const made = parseSignature(entry.params).map((parameter) => {
    const arg = bound.args.get(parameter.name);
    return arg ? narrowed(context, entry, parameter.name, arg) : undefinedValue();
  });
  return made.slice(0, made.findLastIndex((_, i) => bound.args.has(parseSignature(entry.params)[i]?.name ?? "")) + 1);
}
