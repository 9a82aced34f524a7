import { members, only, type Type } from "../analysis/types.ts";
import {
  array,
  arrayType,
  arrow,
  block,
  call,
  construct,
  declare,
  forOf,
  id,
  method,
  returns,
  spread,
  statement,
  unknownType,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isAsyncIteration, iterated } from "./iterate.ts";
import { targetPattern } from "./target.ts";
import { condition } from "./truth.ts";

type Node = py.ListComp | py.SetComp | py.DictComp | py.GeneratorExp;

/** A comprehension: `filter` and `map` where one loop and no await make it plain, a function with a loop otherwise. */
export function comprehension(context: Context, node: Node): ts.Expression {
  const [first] = node.generators;
  const shortName =
    node.kind !== "DictComp" && first && node.generators.length === 1 ? chained(context, node, first) : null;
  if (shortName)
    return node.kind === "SetComp" ? construct(context.runtime("python", "PySet"), [shortName]) : shortName;
  return looped(context, node);
}

function chained(
  context: Context,
  node: Exclude<Node, py.DictComp>,
  generator: py.Comprehension,
): ts.Expression | null {
  if (isAsyncIteration(context, generator.iter)) return null;
  const names = target(context, generator.target);
  if (!names) return null;
  const type = context.typeOf(generator.iter);
  const elt = expression(context, node.elt);
  const tests = generator.ifs.map((test) => condition(context, test));
  if ([elt, ...tests].some(awaits)) return null;
  const source = iterated(context, generator.iter);
  if (!source) return null;
  const isArray = only(type, "list", "tuple");
  let chain: ts.Expression = isArray ? source : array([spread(source)]);
  for (const test of tests) chain = method(chain, "filter", [arrow([names], test)]);
  const isSame = elt.type === "Identifier" && names.type === "Identifier" && elt.name === names.name;
  if (!isSame) chain = method(chain, "map", [arrow([names], elt)]);
  // A copy, as Python makes one.
  else if (tests.length === 0 && isArray) chain = array([spread(source)]);
  return chain;
}

/** The pattern of a comprehension's variables; its names are the comprehension's own. */
const target = (context: Context, node: py.Expression): ts.Pattern | null => targetPattern(context, node);

/** An immediately called function around ordinary loops. */
function looped(context: Context, node: Node): ts.Expression {
  const result = id(context.temporary("result"));
  const type = context.typeOf(node);
  const isDict = node.kind === "DictComp";
  const isSet = node.kind === "SetComp";
  const add: ts.Statement = statement(
    isDict
      ? method(result, "set", [expression(context, node.key), expression(context, node.value)])
      : method(result, isSet ? "add" : "push", [expression(context, node.elt)]),
  );
  let body: ts.Statement = add;
  for (const generator of [...node.generators].reverse()) {
    const names = target(context, generator.target);
    const source = iterated(context, generator.iter);
    if (!names || !source) return context.untranslated("U0104", "a comprehension over a value of unknown type", node);
    for (const test of [...generator.ifs].reverse())
      body = { type: "IfStatement", test: condition(context, test), consequent: block([body]), alternate: null };
    body = forOf(declare("const", names, null), source, block([body]), isAsyncIteration(context, generator.iter));
  }
  const types = context.elementTypes(type);
  const initial = isDict
    ? construct(context.runtime("python", "Dict"), [], types)
    : isSet
      ? construct(context.runtime("python", "PySet"), [], types)
      : array([]);
  const annotated = isDict || isSet ? result : id(result.name, arrayType(types[0] ?? unknownType()));
  const statements = [declare("const", annotated, initial), body, returns(id(result.name))];
  const waits = awaits(body) || node.generators.some((g) => isAsyncIteration(context, g.iter));
  const made = call(arrow([], block(statements), { async: waits }), []);
  return waits ? { type: "AwaitExpression", argument: made } : made;
}

/** Whether a tree has an await of its own. */
export function awaits(node: ts.Expression | ts.Statement): boolean {
  return JSON.stringify(node, (key, value: unknown) =>
    key === "loc" || typeof value === "bigint" ? undefined : value,
  ).includes('"AwaitExpression"');
}

export const elementOf = (type: Type): readonly Type[] =>
  members(type).flatMap((m) => ("elem" in m ? [m.elem.type] : m.k === "dict" ? [m.key.type, m.value.type] : []));
