import { type Type } from "../analysis/types.ts";
import {
  arrayType,
  as,
  neverType,
  typeRef,
  assign,
  binary,
  block as blockNode,
  declare,
  forOf,
  id,
  number,
  statement,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { lineComment } from "./comments.ts";
import type { Context } from "./context.ts";
import { expression, isMark } from "./expression.ts";
import { mayCatchExit } from "./generator-exit.ts";
import { isHeldIterator, keptOpen, leavesEarly, mayLeave } from "./held-iterator.ts";
import { isAsyncIteration, iterated } from "./iterate.ts";
import { block, hoisted } from "./statement.ts";
import { fits, targetPattern, targetSymbols } from "./target-pattern.ts";
import { parted } from "./unpack.ts";
import { store } from "./target.ts";
import { condition } from "./truth.ts";
import { tsType } from "./types.ts";
import { only } from "../analysis/kinds.ts";

/** Runs the body of a loop with `break` bound; a loop with an `else` gets a label, since `break` must pass over the `else`. */
function looped(context: Context, orelse: py.Block | null, loop: () => ts.Statement): ts.Statement[] {
  const label = orelse && orelse.body.length > 0 ? context.temporary("unbroken") : null;
  context.frame.loops.push({ label });
  const made = loop();
  context.frame.loops.pop();
  if (!label || !orelse) return [made];
  // for … else  →  unbroken: { for … { break unbroken } else-part }
  return [{ type: "LabeledStatement", label: id(label), body: blockNode([made, ...block(context, orelse)]) }];
}

export function whileLoop(context: Context, node: py.While): ts.Statement[] {
  const test = condition(context, node.test);
  const marks = context.takeMarks();
  const made = looped(context, node.orelse, () => ({
    type: "WhileStatement",
    test,
    body: blockNode(block(context, node.body)),
  }));
  if (made[0]) context.comments.before(made[0], marks.flat().map(lineComment));
  return made;
}

export function forLoop(context: Context, node: py.For): ts.Statement[] {
  const counted = countedLoop(context, node);
  if (counted) return counted;
  const items = iterated(context, node.iter);
  if (!items) return [statement(context.untranslated("U0104", "a loop over a value of unknown type", node))];
  if (!isHeldIterator(context, node.iter) && leavesEarly(node.body) && mayCatchExit(context, context.typeOf(node.iter)))
    return [
      statement(context.untranslated("U0103", "leaving a loop over a generator that catches GeneratorExit", node)),
    ];
  const whole = mayLeave(context, node.body) ? keptOpen(context, node.iter, items) : items;
  // What is always empty has no items that TypeScript could take apart.
  const isEmpty = context.facts.elements.get(node.iter)?.k === "never" && !isMark(items) && node.target.kind !== "Name";
  const source = isEmpty ? as(whole, typeRef("Iterable", [arrayType(neverType())])) : whole;
  const marks = context.takeMarks();
  const isAwait = isAsyncIteration(context, node.iter);
  const symbols = targetSymbols(context, node.target);
  const pattern = targetPattern(context, node.target);
  const regional = pattern && symbols.every((s) => context.frame.declarations.isRegional(s));
  const made = looped(context, node.orelse, () => {
    const element = context.facts.elements.get(node.iter) ?? { k: "never" };
    const changes = symbols.some((s) =>
      s.writes.some((w) => w.node.start >= node.body.start && w.node.end <= node.body.end),
    );
    if (regional && pattern && fits(node.target, element) && !(changes && changesType(context, node.target))) {
      return forOf(
        declare(changes ? "let" : "const", pattern, null),
        source,
        blockNode(block(context, node.body)),
        isAwait,
      );
    }
    const item = id(context.temporary("item"));
    const { target } = node;
    const flat = (target.kind === "Tuple" || target.kind === "List") && target.elts.every((e) => e.kind === "Name");
    const parts = flat && regional && !changesType(context, target) ? parted(context, target, item, element) : null;
    if (parts && pattern) {
      const taken = declare(changes ? "let" : "const", pattern, parts);
      return forOf(declare("const", item, null), source, blockNode([taken, ...block(context, node.body)]), isAwait);
    }
    const own = symbols.filter((s) => context.frame.declarations.isRegional(s)).map((s) => hoisted(context, s));
    const stores = store(context, node.target, item, element, null);
    return forOf(
      declare("const", item, null),
      source,
      blockNode([...own, ...stores, ...block(context, node.body)]),
      isAwait,
    );
  });
  if (made[0]) context.comments.before(made[0], marks.flat().map(lineComment));
  return made;
}

/** A variable of the target is given a value of another type in the body. */
function changesType(context: Context, target: py.Expression): boolean {
  if (target.kind === "Tuple" || target.kind === "List") return target.elts.some((e) => changesType(context, e));
  const symbol = target.kind === "Name" ? context.module.bindings.symbols.get(target) : undefined;
  if (!symbol) return false;
  const written = (type: Type): string => JSON.stringify(tsType(context, type));
  return written(context.declaredType(symbol)) !== written(context.typeOf(target));
}

/** `for i in range(n)` over a counter that the body does not change and nothing outlives: the counting loop everyone knows. */
function countedLoop(context: Context, node: py.For): ts.Statement[] | null {
  const { iter, target } = node;
  if (iter.kind !== "Call" || iter.func.kind !== "Name" || (iter.func.id !== "range" && iter.func.id !== "xrange"))
    return null;
  if (
    context.module.bindings.symbols.get(iter.func) ||
    iter.keywords.length > 0 ||
    iter.starargs ||
    iter.kwargs ||
    target.kind !== "Name"
  )
    return null;
  const symbol = context.module.bindings.symbols.get(target);
  if (!symbol || !context.frame.declarations.isRegional(symbol)) return null;
  if (symbol.writes.some((w) => w.node !== target && w.node.start >= node.start && w.node.end <= node.end)) return null;
  const [a, b, step] = iter.args;
  if (!a || iter.args.length > 3 || ![a, b, step].every((e) => !e || only(context.typeOf(e), "int"))) return null;
  const by = step ? stepOf(step) : 1;
  if (by === null) return null;
  const from = b ? expression(context, a) : number(0);
  const limit = expression(context, b ?? a);
  // The limit is read once in Python: a variable that the body changes, or a call, is kept in a constant.
  const steady =
    limit.type === "Literal" ||
    (limit.type === "Identifier" && !changesIn(context, b ?? a, node.body)) ||
    (limit.type === "UnaryExpression" && limit.argument.type === "Literal");
  const name = context.symbolName(symbol);
  const stop = steady ? limit : id(context.temporary(`${name}End`));
  const declarations: ts.VariableDeclarator[] = [{ type: "VariableDeclarator", id: id(name), init: from }];
  if (!steady) declarations.push({ type: "VariableDeclarator", id: stop as ts.Identifier, init: limit });
  const update: ts.Expression =
    Math.abs(by) === 1
      ? { type: "UpdateExpression", operator: by === 1 ? "++" : "--", prefix: false, argument: id(name) }
      : assign(id(name), number(Math.abs(by)), by > 0 ? "+=" : "-=");
  return looped(context, node.orelse, () => ({
    type: "ForStatement",
    init: { type: "VariableDeclaration", kind: "let", declarations },
    test: binary(by > 0 ? "<" : ">", id(name), stop),
    update,
    body: blockNode(block(context, node.body)),
  }));
}

function stepOf(node: py.Expression): number | null {
  if (node.kind === "Num" && node.number.type === "int" && node.number.value !== 0n) return Number(node.number.value);
  if (node.kind === "UnaryOp" && node.op === "-") {
    const inner = stepOf(node.operand);
    return inner === null ? null : -inner;
  }
  return null;
}

/** A variable that is written inside a block, or by other functions. */
function changesIn(context: Context, node: py.Expression, body: py.Block): boolean {
  if (node.kind !== "Name") return true;
  const symbol = context.module.bindings.symbols.get(node);
  if (!symbol) return true;
  return symbol.writtenElsewhere || symbol.writes.some((w) => w.node.start >= body.start && w.node.end <= body.end);
}
