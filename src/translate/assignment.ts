import { declare, id, statement } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { sliceExpressions } from "../python/walk.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { namedTupleStatement } from "./named-tuple.ts";
import { partialReads } from "./partial-reads.ts";
import { isQuiet } from "./quiet.ts";
import { loudness } from "./steady.ts";
import { needsAnnotation } from "./needs-annotation.ts";
import { store } from "./target.ts";
import { tsType } from "./types.ts";
import { has } from "../analysis/kinds.ts";

const isPlace = (target: py.Expression): target is py.Attribute | py.Subscript =>
  target.kind === "Attribute" || target.kind === "Subscript";

/** Nobody can tell whether the place is found before the value is made, as JavaScript does. */
const isFoundEarly = (context: Context, target: py.Attribute | py.Subscript, value: py.Expression): boolean =>
  isQuiet(context, value) ||
  // Whether it is None is asked once the value is there.
  (!(target.kind === "Attribute" && has(context.typeOf(target.value), "none")) &&
    !loudness(context, [value, ...placeParts(target)])
      .slice(1)
      .includes(true));

const placeParts = (target: py.Attribute | py.Subscript): readonly py.Expression[] =>
  target.kind === "Attribute" ? [target.value] : [target.value, ...sliceExpressions(target.slice)];

export function assignment(context: Context, node: py.Assign): ts.Statement[] {
  const [target] = node.targets;
  const type = context.typeOf(node.value);
  const named = context.facts.namedTuples.get(node.value);
  const patched = partialReads(context, node);
  if (patched) return [statement(patched)];
  if (named && type.k === "namedtuple") return [namedTupleStatement(context, node, named)];
  if (node.targets.length === 1 && target) {
    const symbol = target.kind === "Name" ? context.module.bindings.symbols.get(target) : undefined;
    // `urlopen = urllib2.urlopen`: uses of the name are translated as uses of what it stands for.
    if (symbol && node.value.kind !== "Call" && context.facts.isEntity(symbol)) return [];
    // Python makes the value before it looks for the place.
    if (isPlace(target) && !isFoundEarly(context, target, node.value)) {
      const held = id(context.temporary("value"), tsType(context, type));
      const before = declare("const", held, expression(context, node.value));
      return [{ type: "BlockStatement", body: [before, ...store(context, target, id(held.name), type, node)] }];
    }
    return store(context, target, expression(context, node.value), type, node);
  }
  // a = b = value: the value is made once, and stored from left to right.
  const value = expression(context, node.value);
  const simple = value.type === "Literal" || value.type === "Identifier";
  const held = simple ? value : id(context.temporary("value"));
  const typed = needsAnnotation(value, type)
    ? id((held as ts.Identifier).name, tsType(context, type))
    : (held as ts.Identifier);
  const before = simple ? [] : [declare("const", typed, value)];
  return [...before, ...node.targets.flatMap((t) => store(context, t, held, type, node))];
}
