import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { as } from "../emit/build.ts";
import { isNode, type Node, replace } from "../emit/nodes.ts";
import type * as ts from "../emit/tree.ts";
import type { Context } from "./context.ts";

/**
 * Says what a variable holds where it is read in a function that an expression has become. TypeScript forgets there what a test around has
 * told of a variable that is assigned again:
 *   if name is not None: return [part in name for part in parts]  →  return parts.map((part) => (name as string).includes(part));
 */
export function assertNarrowed(context: Context, statements: readonly ts.Statement[]): void {
  if (context.narrowed.size === 0) return;
  const walk = (node: Node, isInner: boolean): void => {
    for (const [key, value] of Object.entries(node))
      for (const child of Array.isArray(value) ? value : [value]) {
        if (!isNode(child)) continue;
        const type = child.type === "Identifier" && isInner ? context.narrowed.get(child) : undefined;
        const isWritten = node.type === "AssignmentExpression" && key === "left";
        if (type && !isWritten) replace(node, key, child, as(child as ts.Identifier, type));
        else walk(child, entersFunction(child, node, key) ?? isInner);
      }
  };
  for (const statement of statements) walk(statement, false);
}

/** Whether the code of `child` runs as part of an expression, as a function of its own; null where it is no function. */
function entersFunction(child: Node, parent: Node, key: string): boolean | null {
  if (child.type === "FunctionDeclaration" || child.type === "FunctionExpression") return false;
  if (child.type !== "ArrowFunctionExpression") return null;
  return child.body.type !== "BlockStatement" || (parent.type === "CallExpression" && key === "callee");
}

/** TypeScript does not see that the variable, where it is read, has had its last value: a statement that ends below assigns it. */
export function isAssignedBelow(context: Context, symbol: PySymbol, read: py.Name): boolean {
  const { declarations } = context.frame;
  if (symbol.scope.isComprehension || symbol.scope.node.kind === "Lambda") return false;
  return symbol.writes.some(({ node, place }) => {
    if (!("id" in node) || declarations.declaredBy(symbol, node)) return false;
    let outer = place;
    while (outer.parent && outer.parent.scope === place.scope) outer = outer.parent;
    const statement = outer.block.body[outer.index];
    return statement === undefined || statement.end > read.start;
  });
}
