import type { Expression } from "../ast.ts";
import type { Context } from "./context.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** The expression of a node that something is assigned to. */
export function lowerTarget(
  node: SyntaxNode | null | undefined,
  within: SyntaxNode,
  context: Context,
  alone = false,
): Expression {
  const target = context.expression(node, within);
  checkTarget(target, context, alone);
  return target;
}

/**
 * Tells of what cannot be assigned to or deleted: the grammar takes any expression after `del`, `as` and `except X,`, and some more
 * than Python does elsewhere. `alone` excludes tuples and lists (`+=`).
 */
export function checkTarget(target: Expression, context: Context, alone = false): void {
  const waiting = [target];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (each.kind === "Subscript") continue;
    if (each.kind === "Name") checkName(each.id, each, context);
    else if (each.kind === "Attribute") {
      const { attr, end } = each;
      checkName(attr, { start: end - attr.length, end }, context);
    } else if (each.kind === "Starred" && each !== target) waiting.push(each.value);
    else if ((each.kind === "Tuple" || each.kind === "List") && !alone) {
      if (each.kind === "Tuple" && each.elts.length === 0) context.problem("nothing can be assigned to ()", each);
      for (const elt of each.elts) waiting.push(elt);
    } else if (each.kind !== "InvalidExpression") context.problem("this cannot be assigned to or deleted", each);
  }
}

/** The names that Python 2.7 does not let anything be bound to. */
export function checkName(name: string, at: { readonly start: number; readonly end: number }, context: Context): void {
  if (name === "None" || name === "__debug__") context.problem(`${name} cannot be assigned to`, at);
}
