import { members } from "../analysis/join.ts";
import type { Type } from "../analysis/types.ts";
import { as, thisValue, unknownType } from "../emit/build.ts";
import { isNode, type Node, replace } from "../emit/nodes.ts";
import type * as ts from "../emit/tree.ts";
import type { PySymbol } from "../program/scope.ts";
import type { Context } from "./context.ts";
import { tsType } from "./types.ts";

/** The object of a method, or the class of a class method: `self`, `cls`. */
export function selfValue(context: Context, symbol: PySymbol): ts.ThisExpression {
  const made = thisValue();
  const type = context.declaredType(symbol);
  if (isOfDerived(context, type)) context.selves.set(made, type);
  return made;
}

/** Only objects of classes that derive from the method's own are ever asked for it: TypeScript takes `this` for any object of that. */
function isOfDerived(context: Context, type: Type): boolean {
  const own = context.frame.fn?.owner ?? null;
  const kinds = members(type);
  return (
    own !== null &&
    kinds.length > 0 &&
    kinds.every((m) => (m.k === "instance" || m.k === "class") && m.cls !== own && m.cls.lineage.includes(own))
  );
}

/**
 * Says of which classes `this` is where it is handed on as a value:
 *   registry.append(self)  →  registry.push(this as unknown as Circle | Square)
 */
export function assertSelves(context: Context, statements: readonly ts.Statement[]): void {
  if (context.selves.size === 0) return;
  const runtime = new Set(context.runtimeImports.map(({ local }) => local.name));
  const walk = (node: Node): void => {
    for (const [key, value] of Object.entries(node))
      for (const child of Array.isArray(value) ? value : [value]) {
        if (!isNode(child)) continue;
        const type = child.type === "ThisExpression" ? context.selves.get(child) : undefined;
        if (type && isHandedOn(node, key, runtime))
          replace(node, key, child, as(as(thisValue(), unknownType()), tsType(context, type)));
        else walk(child);
      }
  };
  for (const statement of statements) walk(statement);
}

/** What the part `key` of a node is goes where its type is wanted; what the runtime does with an object it does with any. */
function isHandedOn(node: Node, key: string, runtime: ReadonlySet<string>): boolean {
  switch (node.type) {
    case "CallExpression":
    case "NewExpression":
      return key === "arguments" && !(node.callee.type === "Identifier" && runtime.has(node.callee.name));
    case "ReturnStatement":
    case "YieldExpression":
    case "ArrayExpression":
    case "Property":
      return true;
    case "AssignmentExpression":
      return key === "right";
    case "VariableDeclarator":
      return key === "init";
    case "ArrowFunctionExpression":
      return key === "body";
    case "ConditionalExpression":
      return key !== "test";
    default:
      return false;
  }
}
