import { fieldArguments, misfitOf, type NamedTupleClass } from "../analysis/named-tuple.ts";
import {
  annotation,
  array,
  call,
  construct,
  id,
  index,
  method,
  number,
  returns,
  spread,
  string,
  tupleType,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { iterated } from "./iterate.ts";
import { describesItself } from "./describes-itself.ts";
import { expression } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { reprOf } from "./text.ts";
import { tsType } from "./types.ts";
import { has } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** What an array has by these names is not a field's. */
const taken: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Array.prototype), "asDict", "replaced"]);

/** The property that holds a field. */
export function fieldName(context: Context, field: string): string {
  const spelled = context.names.property(field);
  return taken.has(spelled) ? `${spelled}_` : spelled;
}

/** `Point = namedtuple('Point', 'x y')` → `class Point extends NamedTuple<[number, number]> { get x(): number { return this[0]; } … }` */
export function namedTupleStatement(context: Context, node: py.Assign, of: NamedTupleClass): ts.Statement {
  const types = of.cells.map((cell) => tsType(context, cell.type));
  const body: ts.ClassBody["body"][number][] = [fixed("fields", array(of.fields.map((f) => string(f))))];
  const name = context.symbolName(of.symbol);
  const isDerived = [...context.facts.classes.values()].some((cls) => cls.part?.k === "tuple" && cls.part.of === of);
  if (name !== of.name || isDerived) body.push(fixed("typename", string(of.name)));
  if (of.cells.some((cell) => !describesItself(cell.type, true)))
    body.push(fixed("shows", array(of.cells.map((cell) => reprOf(context, cell.type, node)))));
  of.fields.forEach((field, i) => body.push(getter(fieldName(context, field), types[i]!, i)));
  return {
    type: "ClassDeclaration",
    id: id(name),
    superClass: context.runtime("python", "NamedTuple"),
    superTypeArguments: { type: "TSTypeParameterInstantiation", params: [tupleType(types)] },
    body: { type: "ClassBody", body },
  };
}

const fixed = (name: string, value: ts.Expression): ts.PropertyDefinition => ({
  type: "PropertyDefinition",
  key: id(name),
  value,
  computed: false,
  static: true,
  override: true,
  declare: false,
  readonly: true,
});

const getter = (name: string, type: ts.TypeNode, at: number): ts.MethodDefinition => ({
  type: "MethodDefinition",
  key: id(name),
  kind: "get",
  computed: false,
  static: false,
  override: false,
  value: {
    type: "FunctionExpression",
    id: null,
    params: [],
    async: false,
    generator: false,
    returnType: annotation(type),
    body: { type: "BlockStatement", body: [returns(index({ type: "ThisExpression" }, number(at)))] },
  },
});

/** `Point(1, y=2)` → `new Point(1, 2)`; `cls` is the class where it is one that derives from that. */
export function namedTupleMade(
  context: Context,
  node: py.Call,
  of: NamedTupleClass,
  cls: ts.Expression = context.memberOf(of),
): ts.Expression {
  if (node.starargs) {
    const type = context.typeOf(node.starargs);
    const isKnown = members(type).length > 0 && !has(type, "unknown", "json", "poison", "never");
    const items = iterated(context, node.starargs);
    if (node.args.length > 0 || node.keywords.length > 0 || node.kwargs || !isKnown || !items)
      return context.untranslated("U0105", `${of.name}() with *args of a type that is not known`, node);
    return construct(cls, [spread(method(cls, "argumentsFrom", [items]))]);
  }
  const given = fieldArguments(of, node);
  if (!given) {
    const wrong = context.typeOf(node.func).k === "namedtuple" ? misfitOf(of, node) : null;
    if (wrong === null) return context.untranslated("U0105", `${of.name}() takes ${of.fields.join(", ")}`, node);
    const args = [...node.args, ...node.keywords.map((k) => k.value)].map((arg) => expression(context, arg));
    return call(context.runtime("python", "badCall"), [string(wrong), ...args]);
  }
  const written = [...node.args, ...node.keywords.map((k) => k.value)];
  const isInOrder = given.every((arg, i) => arg === written[i]) || given.every((arg) => isQuiet(context, arg));
  if (!isInOrder) return context.untranslated("U0105", `${of.name}() with fields in another order`, node);
  return construct(
    cls,
    given.map((arg) => expression(context, arg)),
  );
}
