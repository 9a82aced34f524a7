import { shownOrder } from "../analysis/shown-order.ts";
import { type Type } from "../analysis/types.ts";
import {
  array,
  arrayType,
  arrow,
  as,
  block,
  call,
  construct,
  declare,
  forOf,
  id,
  logical,
  method,
  number,
  returns,
  spread,
  statement,
  string,
  tupleType,
  typeRef,
  unknownType,
  anyType,
  annotation,
} from "../emit/build.ts";
import { awaits } from "../emit/has-node.ts";
import type * as ts from "../emit/tree.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import { childExpressions } from "../program/child-expressions.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { keptOpen } from "./held-iterator.ts";
import { holdsVariable } from "./held-variable.ts";
import { isAsyncIteration, iterated } from "./iterate.ts";
import { isQuiet } from "./quiet.ts";
import { comesOfMark, isKnownType, isOpaque } from "./opaque.ts";
import { fits, targetPattern, targetSymbols } from "./target-pattern.ts";
import { condition } from "./truth.ts";
import { tsType } from "./types.ts";
import { members } from "../analysis/join.ts";
import { targetNames } from "../python/targets.ts";
import { isReboundInside } from "../program/rebound-comprehension.ts";
import { has, isText, only } from "../analysis/kinds.ts";

type Node = py.ListComp | py.SetComp | py.DictComp | py.GeneratorExp;

/** A comprehension: `filter` and `map` where one loop and no await make it plain, a function with a loop otherwise. */
export function comprehension(context: Context, node: Node): ts.Expression {
  const [first] = node.generators;
  const order = node.kind === "ListComp" ? shownOrder(node, context.module.bindings, (e) => context.typeOf(e)) : null;
  if (order) return array(order.map((name) => string(name)));
  if (holdsVariable(context, node) && !node.generators.every(({ target: to }) => leaves(context, to)))
    return context.untranslated("U0103", "functions that read the variable of a comprehension, its last value", node);
  const left = node.kind === "ListComp" ? leftInClass(context, node) : null;
  if (left !== null)
    return context.untranslated("U0103", `the variable ${left} of a list comprehension, which the class keeps`, node);
  if (isReboundInside(node))
    return context.untranslated("U0103", "a variable that a list comprehension inside gives another value", node);
  if (node.kind === "GeneratorExp" && !context.eager.has(node)) return lazy(context, node);
  const shortName =
    node.kind !== "DictComp" && first && node.generators.length === 1 ? chained(context, node, first) : null;
  if (shortName)
    return node.kind === "SetComp" ? construct(context.runtime("python", "PySet"), [shortName]) : shortName;
  return looped(context, node);
}

/** The generator expressions among the arguments of a call that goes through all of them before anything else runs. */
export function markEager(context: Context, node: py.Call): void {
  const { func, args } = node;
  const [first] = args;
  if (first?.kind !== "GeneratorExp" || args.length > 1) return;
  const builtin = builtinCalled(context.module.bindings, node);
  const consumes =
    (builtin !== null && CONSUMERS.has(builtin)) ||
    (func.kind === "Attribute" && func.attr === "join" && isText(context.typeOf(func.value)));
  const asks = builtin === "any" || builtin === "all";
  if (consumes || (asks && isSilent(context, first) && !isLate(context, first))) context.eager.add(first);
}

const CONSUMERS: ReadonlySet<string> = new Set("list tuple set frozenset dict sorted sum min max".split(" "));

/** Nobody can tell how many of its items are made, and when: but for what the first loop is over, all is made again and again. */
const isSilent = (context: Context, { elt, generators }: py.GeneratorExp): boolean =>
  isQuiet(context, elt) &&
  generators.every(
    ({ iter, ifs }, i) => (i === 0 || isQuiet(context, iter)) && ifs.every((test) => isQuiet(context, test)),
  );

/** It goes over iterators, which may have no end, and give what is not asked for to others. */
const isLate = (context: Context, { generators }: py.GeneratorExp): boolean =>
  generators.some(({ iter }) => has(context.typeOf(iter), "iter", "unknown"));

/**
 * A generator expression: its items are made when they are asked for, and once. A loop in another is made anew for each item of that:
 *   (x for row in rows for x in row)  →  flattened(lazily(rows, (row) => lazily(row, (x) => x)))
 */
function lazy(context: Context, node: py.GeneratorExp, at = 0): ts.Expression {
  const generator = node.generators[at]!;
  const isLast = at === node.generators.length - 1;
  const names = parameter(context, generator);
  const source = apart(context, generator);
  if (!names || !source) return context.untranslated("U0104", "a comprehension over a value of unknown type", node);
  const made = isLast ? expression(context, node.elt) : lazy(context, node, at + 1);
  const tests = generator.ifs.map((test) => condition(context, test));
  if ([made, ...tests].some(awaits) || isAsyncIteration(context, generator.iter))
    return context.untranslated("U0103", "a generator expression that waits and is not used up at once", node);
  const [test, ...others] = tests;
  const condition_ = test && others.reduce<ts.Expression>((left, right) => logical("&&", left, right), test);
  const items = call(context.runtime("python", "lazily"), [
    source,
    arrow([names], made),
    ...(condition_ ? [arrow([names], condition_)] : []),
  ]);
  return isLast ? items : call(context.runtime("python", "flattened"), [items]);
}

function chained(
  context: Context,
  node: Exclude<Node, py.DictComp>,
  generator: py.Comprehension,
): ts.Expression | null {
  if (isAsyncIteration(context, generator.iter) || leaves(context, generator.target)) return null;
  const names = parameter(context, generator);
  if (!names) return null;
  const type = context.typeOf(generator.iter);
  // `filter` goes through all before `map` does; Python makes one item after the other, and asks an iterator for one at a time.
  const steps = [...generator.ifs, node.elt].filter((step) => !isQuiet(context, step));
  const isArray = only(type, "list", "tuple") && comesApart(context, generator);
  if (steps.some((step) => changes(context, step, context.source(generator.iter)))) return null;
  if (generator.ifs.length > 0 && (steps.length > 1 || (steps.length > 0 && !isArray))) return null;
  const elt = expression(context, node.elt);
  const tests = generator.ifs.map((test) => condition(context, test));
  if ([elt, ...tests].some(awaits)) return null;
  const source = apart(context, generator);
  if (!source) return null;
  const item_ = comesOfMark(source) ? opened(names) : names;
  // Array.from(pages(), (page) => fetch(page))
  if (!isArray && steps.length > 0) {
    // Of an array or something else to go over `Array.from` does not know what it gives.
    const isOne = members(type).length < 2 || !only(type, "list", "tuple", "sequence", "set", "iter");
    const item = context.facts.elements.get(generator.iter);
    const items =
      isOne || !item
        ? keptOpen(context, generator.iter, source)
        : as(source, typeRef("Iterable", [tsType(context, item)]));
    return method(id("Array"), "from", [items, arrow([item_], elt)]);
  }
  let chain: ts.Expression = isArray ? source : array([spread(source)]);
  for (const test of tests) chain = method(chain, "filter", [arrow([item_], test)]);
  const isSame = elt.type === "Identifier" && names.type === "Identifier" && elt.name === names.name;
  if (!isSame) chain = method(chain, "map", [arrow([item_], elt)]);
  // A copy, as Python makes one.
  else if (tests.length === 0 && isArray) chain = array([spread(source)]);
  return chain;
}

/** `[items.pop() for item in items]`: a loop sees that the list gets shorter, `map` does not. */
const changes = (context: Context, step: py.Expression, list: string): boolean =>
  (step.kind === "Call" &&
    step.func.kind === "Attribute" &&
    CHANGING.has(step.func.attr) &&
    context.source(step.func.value) === list) ||
  childExpressions(step).some((part) => changes(context, part, list));

const CHANGING: ReadonlySet<string> = new Set("append extend insert pop remove reverse sort".split(" "));

/** The parameter of a function of one item. What comes of an untranslated place tells TypeScript nothing of its items: `(item: any) =>`. */
function parameter(context: Context, { target: to, iter }: py.Comprehension): ts.Pattern | null {
  const names = target(context, to);
  const element = context.facts.elements.get(iter) ?? { k: "never" };
  const isAny = element.k === "never" || element.k === "poison" || isOpaque(context, iter);
  if (!names || !isAny) return names;
  if (names.type === "Identifier") return id(names.name, isKnownType(element) ? tsType(context, element) : anyType());
  if (names.type !== "ArrayPattern") return names;
  return { ...names, typeAnnotation: annotation(arrayType(anyType())) };
}

/** The same of what a mark stands for. */
function opened(names: ts.Pattern): ts.Pattern {
  if ("typeAnnotation" in names && names.typeAnnotation) return names;
  if (names.type === "Identifier") return id(names.name, anyType());
  return names.type === "ArrayPattern" ? { ...names, typeAnnotation: annotation(arrayType(anyType())) } : names;
}

const comesApart = (context: Context, { target: to, iter }: py.Comprehension): boolean =>
  fits(to, context.facts.elements.get(iter) ?? { k: "never" }) || isAsyncIteration(context, iter);

/** What a comprehension goes over; items that are taken apart without their number being known are counted as Python does. */
function apart(context: Context, generator: py.Comprehension): ts.Expression | null {
  const source = iterated(context, generator.iter);
  const { target: to } = generator;
  if (!source || (to.kind !== "Tuple" && to.kind !== "List") || comesApart(context, generator)) return source;
  if (to.elts.some((elt) => elt.kind !== "Name")) return null;
  const item = id(context.temporary("item"));
  const parts = tupleType(to.elts.map((elt) => tsType(context, context.typeOf(elt))));
  const unpacked = as(call(context.runtime("python", "unpack"), [item, number(to.elts.length)]), parts);
  return call(context.runtime("python", "lazily"), [source, arrow([item], unpacked)]);
}

/** Some variable of the target is one of the function around: a list comprehension leaves it there. */
const leaves = (context: Context, node: py.Expression): boolean =>
  targetSymbols(context, node).some((symbol) => !symbol.scope.isComprehension);

/** A variable that a list comprehension in a class body leaves there, in the place of a method or an attribute of that name. */
function leftInClass(context: Context, node: py.ListComp): string | null {
  let scope = context.module.bindings.scopes.get(node)?.parent ?? null;
  while (scope?.node.kind === "ListComp") scope = scope.parent;
  const cls = scope?.node.kind === "ClassDef" ? context.facts.classes.get(scope.node) : undefined;
  if (!cls) return null;
  const names = node.generators.flatMap(({ target: to }) => targetNames(to));
  const isOurs = (name: string): boolean =>
    [cls.findMethod(name), cls.findProperty(name), cls.findAttribute(name)].some((found) => found !== null);
  const isKept = context.facts.listed.has(cls) || context.module.bindings.readInClass.has(node);
  return names.find((name) => isKept || isOurs(name)) ?? null;
}

/** The pattern of a comprehension's variables; its names are the comprehension's own. */
const target = (context: Context, node: py.Expression): ts.Pattern | null => targetPattern(context, node);

/** An immediately called function around ordinary loops. */
function looped(context: Context, node: Node): ts.Expression {
  const result = id(context.temporary("result"));
  const type = context.typeOf(node);
  const isDict = node.kind === "DictComp";
  const isSet = node.kind === "SetComp";
  const made_ = node.kind === "DictComp" ? [node.key, node.value] : [node.elt];
  const quiet = [...made_, ...node.generators.flatMap(({ ifs }) => ifs)].every((e) => isQuiet(context, e));
  const added: ts.Statement[] = [];
  if (node.kind === "DictComp") {
    let value = expression(context, node.value);
    // Python makes the value before the key.
    if (!isQuiet(context, node.key) && !isQuiet(context, node.value)) {
      const held = id(context.temporary("value"));
      added.push(declare("const", held, value));
      value = held;
    }
    added.push(statement(method(result, "set", [expression(context, node.key), value])));
  } else added.push(statement(method(result, isSet ? "add" : "push", [expression(context, node.elt)])));
  let body: ts.Statement = added.length === 1 && added[0] ? added[0] : block(added);
  for (const generator of [...node.generators].reverse()) {
    const names = target(context, generator.target);
    const source = apart(context, generator);
    if (!names || !source) return context.untranslated("U0104", "a comprehension over a value of unknown type", node);
    for (const test of [...generator.ifs].reverse())
      body = { type: "IfStatement", test: condition(context, test), consequent: block([body]), alternate: null };
    body = forOf(
      // What it leaves behind is a variable of the function around.
      leaves(context, generator.target) ? names : declare("const", names, null),
      quiet ? source : keptOpen(context, generator.iter, source),
      body.type === "BlockStatement" ? body : block([body]),
      isAsyncIteration(context, generator.iter),
    );
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

export const elementOf = (type: Type): readonly Type[] =>
  members(type).flatMap((m) => ("elem" in m ? [m.elem.type] : m.k === "dict" ? [m.key.type, m.value.type] : []));
