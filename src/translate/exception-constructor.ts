import type { ClassInfo } from "../analysis/entities.ts";
import { derivesFromException } from "../analysis/exception-type.ts";
import { array, assign, block, call, member, statement, thisValue } from "../emit/build.ts";
import { isNode, type Node } from "../emit/nodes.ts";
import type * as ts from "../emit/tree.ts";
import { isPlainException } from "../library/exception-classes.ts";

/** The calls of `super(…)` anywhere in a tree. */
export const superCalls = (node: Node): readonly ts.CallExpression[] => [
  ...(node.type === "CallExpression" && node.callee.type === "Super" ? [node] : []),
  ...Object.values(node)
    .flat()
    .filter(isNode)
    .flatMap((child) => superCalls(child)),
];

/**
 * The body of an exception's constructor whose base is initialised late, at one of several places, or never: until it is, an exception has
 * no arguments. Null where the base does more than to keep them, or it is not known how many there are.
 *   if (code) { Exception.__init__(self, code) }  →  super(); if (code) { this.soleArgument = code; this.args = [this.soleArgument]; }
 */
export function exceptionBody(cls: ClassInfo, body: ts.BlockStatement): ts.BlockStatement | null {
  const name = cls.libraryBase ?? "";
  if (!derivesFromException(cls) || cls.lineage.slice(1).some((c) => c.methods.has("__init__"))) return null;
  const calls = superCalls(body);
  if (calls.length === 0 ? !name.startsWith("exceptions.") : !isPlainException(name)) return null;
  if (calls.some((made) => made.arguments.some((argument) => argument.type === "SpreadElement"))) return null;
  putArguments(body, new Set(calls));
  return block([statement(call({ type: "Super" }, [])), ...body.body]);
}

/** Each call as what the `__init__` of an exception does to one that is there already: `e.message` is the only argument. */
function putArguments(node: Node, calls: ReadonlySet<ts.Expression>): void {
  for (const [key, value] of Object.entries(node)) {
    const children: readonly unknown[] = Array.isArray(value) ? value : [value];
    const made = children.flatMap((child): readonly unknown[] =>
      isNode(child) && child.type === "ExpressionStatement" && calls.has(child.expression)
        ? argumentsOf(child.expression as ts.CallExpression)
        : [child],
    );
    if (made.some((child, i) => child !== children[i]))
      Reflect.set(node, key, Array.isArray(value) ? made : block(made as ts.Statement[]));
    for (const child of children) if (isNode(child)) putArguments(child, calls);
  }
}

function argumentsOf({ arguments: given }: ts.CallExpression): readonly ts.Statement[] {
  const args = member(thisValue(), "args");
  const [only, ...others] = given as readonly ts.Expression[];
  if (only === undefined || others.length > 0) return [statement(assign(args, array(given)))];
  const sole = member(thisValue(), "soleArgument");
  return [statement(assign(sole, only)), statement(assign(args, array([sole])))];
}
