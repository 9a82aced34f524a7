import type { ClassInfo } from "../analysis/entities.ts";
import { assign, declare, id, member, statement, thisValue } from "../emit/build.ts";
import { hasNode } from "../emit/has-node.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";

/** What an attribute holds while there is no `this` yet: a plain value, or null where it is made only after `super`. */
type Held = Map<string, ts.Expression | null>;

/**
 * What an `__init__` does before its base's: a constructor has no `this` there. Attributes are set behind `super`, where nobody can
 * tell, and what they are made of is made before it:
 *   self._method = kwargs.pop('method', None)    const method = kwargs.pop("method", null);
 *   urllib2.Request.__init__(self, url)          super(url);
 *                                                this._method = method;
 * Null where that is not known to be the same.
 *
 * @param made the statement `super(…);`
 */
export function beforeSuper(
  context: Context,
  cls: ClassInfo,
  statements: readonly ts.Statement[],
  made: ts.Statement,
): readonly ts.Statement[] | null {
  const held: Held = new Map();
  const before: ts.Statement[] = [];
  const after: ts.Statement[] = [];
  for (const [at, original] of statements.entries()) {
    const node = withHeld(context, original, held);
    if (node === null || hasNode(node, "ReturnStatement")) return null;
    const set = attributeSet(node);
    if (set === null) {
      if (hasNode(node, "ThisExpression")) return null;
      before.push(node);
      continue;
    }
    const { name, value } = set;
    if (hasNode(value, "ThisExpression")) return null;
    const rest = [...statements.slice(at + 1), made];
    const isLasting = value.type === "Literal" || (value.type === "Identifier" && !isReassigned(value.name, rest));
    if (isLasting || isFresh(value)) {
      held.set(name, isLasting ? value : null);
      after.push(node);
      continue;
    }
    const local = id(context.temporary(name.replace(/^_+(?=[a-zA-Z])/, "")));
    const declared = declare("const", local, value);
    context.comments.move(node, declared);
    before.push(declared);
    held.set(name, local);
    after.push(statement(assign(member(thisValue(), name), local)));
  }
  const call = withHeld(context, made, held);
  if (call === null || hasNode(call, "ThisExpression") || !leavesAlone(cls, held, context)) return null;
  return [...before, call, ...after];
}

/** A statement that reads attributes which wait for `super`, with their values in place; null where one has none yet. */
function withHeld(context: Context, node: ts.Statement, held: Held): ts.Statement | null {
  if (held.size === 0 || !hasNode(node, "ThisExpression")) return node;
  if (node.type !== "ExpressionStatement" && node.type !== "VariableDeclaration") return null;
  const copy = structuredClone(node);
  if (!putInPlace(copy, held)) return null;
  context.comments.move(node, copy);
  return copy;
}

/** Replaces `this.name` where it is read, within a node that is nobody else's; false where it has no value yet. */
function putInPlace(node: object, held: Held): boolean {
  return Object.entries(node).every(([key, value]: [string, unknown]) => {
    if (typeof value !== "object" || value === null) return true;
    const name = ownAttribute(value);
    const isTarget = key === "left" && "type" in node && node.type === "AssignmentExpression";
    const found = name === null || isTarget ? undefined : held.get(name);
    if (found === undefined) return putInPlace(value, held);
    return found !== null && Object.assign(node, { [key]: structuredClone(found) }) !== null;
  });
}

/** `name` of `this.name`. */
function ownAttribute(node: object): string | null {
  const { type, object, property, computed } = node as Partial<ts.MemberExpression>;
  const isOwn = type === "MemberExpression" && object?.type === "ThisExpression" && !computed;
  return isOwn && property?.type === "Identifier" ? property.name : null;
}

/** `this.name = value;` */
function attributeSet(node: ts.Statement): { readonly name: string; readonly value: ts.Expression } | null {
  if (node.type !== "ExpressionStatement" || node.expression.type !== "AssignmentExpression") return null;
  const { left, right, operator } = node.expression;
  const name = operator === "=" ? ownAttribute(left) : null;
  return name === null ? null : { name, value: right };
}

/** An empty container, which is the same whenever it is made. */
const isFresh = (node: ts.Expression): boolean =>
  (node.type === "ArrayExpression" && node.elements.length === 0) ||
  (node.type === "ObjectExpression" && node.properties.length === 0) ||
  (node.type === "NewExpression" && node.arguments.length === 0 && node.callee.type === "Identifier");

/**
 * Whether no `__init__` of a base in the program can tell attributes that are set before it from those set after: it uses `self` for
 * other attributes alone, and calls no method.
 */
function leavesAlone(cls: ClassInfo, held: Held, context: Context): boolean {
  const names = new Set(held.keys());
  return cls.lineage.slice(1).every((base) => {
    const init = base.methods.get("__init__")?.fn;
    const [first] = init?.node.kind === "FunctionDef" ? init.node.params.positional : [];
    if (init === undefined) return true;
    if (init.node.kind !== "FunctionDef" || first?.target.kind !== "Name") return false;
    const self = first.target.id;
    let isAlone = true;
    const uses = new Set<py.Node>();
    for (const item of init.node.body.body) {
      walk(item, (node) => {
        // A base's own `__init__`, which is looked at too.
        if (node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr === "__init__")
          for (const argument of node.args.slice(0, 1)) uses.add(argument);
        if (node.kind === "Call" && node.func.kind === "Name" && node.func.id === "super")
          for (const argument of node.args) uses.add(argument);
        if (node.kind === "Attribute" && node.value.kind === "Name" && node.value.id === self) {
          uses.add(node.value);
          const attribute = context.names.property(node.attr);
          const isMethod = cls.lineage.some((c) => c.methods.has(node.attr) || c.properties.has(node.attr));
          if (isMethod || names.has(attribute)) isAlone = false;
        }
        if (node.kind === "Name" && node.id === self && !uses.has(node)) isAlone = false;
      });
    }
    return isAlone;
  });
}

/** A node and all below it. */
const below = (node: object): readonly Partial<ts.TsNode>[] => [
  node,
  ...Object.values(node).flatMap((value) => (typeof value === "object" && value !== null ? below(value) : [])),
];

/** Whether a variable is given another value in any of the statements. */
const isReassigned = (name: string, statements: readonly ts.Statement[]): boolean =>
  below(statements).some((node) => {
    const target =
      node.type === "AssignmentExpression" || node.type === "ForOfStatement"
        ? node.left
        : node.type === "UpdateExpression"
          ? node.argument
          : null;
    return target != null && below(target).some((inner) => inner.type === "Identifier" && inner.name === name);
  });
