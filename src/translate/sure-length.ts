import { constantIndex } from "../analysis/infer-subscript.ts";
import { neverReturns } from "../analysis/infer-statement.ts";
import { isText } from "../analysis/kinds.ts";
import type { Type } from "../analysis/types.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type { Occurrence, Place, PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { children } from "../python/walk.ts";
import type { Context } from "./context.ts";
import { keepsItsLength } from "./kept-length.ts";

/**
 * A list has an item at a place, counted from 0, or from its end if negative: what `split` gives always has one, and of other lists a test
 * of the length says so, `if len(argv) < 3: sys.exit(2)` before or `if len(argv) > 2:` around. Of `sys.argv`, and of variables where
 * nothing can change how long they are.
 */
export function hasItem(context: Context, list: py.Expression, at: number): boolean {
  const count = at < 0 ? -at : at + 1;
  if (list.kind === "Call") return count === 1 && isSplit(context, list);
  const name = list.kind === "Attribute" ? list.value : list;
  const symbol = name.kind === "Name" ? context.module.bindings.symbols.get(name) : undefined;
  const occurrence = symbol?.occurrences.find(({ node }) => node === name);
  if (!symbol || !occurrence || !keepsItsLength(context, list, symbol)) return false;
  const asks = (test: py.Expression, truth: boolean): boolean =>
    leastLength(context, test, truth, (e) => isSame(context, e, list, symbol)) >= count &&
    (list.kind === "Attribute" || isSetBefore(symbol, test, occurrence));
  return isAsked(context, occurrence.place, list, asks);
}

/** A slice `xs[1:3]` is as long as its bounds say. */
export function hasLength(context: Context, list: py.Expression, length: number): boolean {
  if (list.kind !== "Subscript" || list.slice.type !== "slice" || context.typeOf(list.value).k !== "list") return false;
  const { lower, upper, step } = list.slice;
  const [from, to] = [lower ? constantIndex(lower) : 0, upper && constantIndex(upper)];
  if (step || from === null || to === null || from < 0 || to - from !== length || length === 0) return false;
  return hasItem(context, list.value, to - 1);
}

/** With a separator `split` gives one part at least, of whatever text. */
function isSplit(context: Context, { func, args }: py.Call): boolean {
  const [separator] = args;
  if (func.kind !== "Attribute" || !["split", "rsplit"].includes(func.attr) || !separator) return false;
  return [func.value, separator].every((e) => isText(context.typeOf(e)));
}

/** The variable is not set between a test and the place that relies on it, on whatever way from the one to the other. */
function isSetBefore(symbol: PySymbol, test: py.Expression, { place, node, nested }: Occurrence): boolean {
  let end = node.start;
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent) {
    const around = at.block.body[at.index];
    const isLoop = around?.kind === "For" || around?.kind === "While";
    if (isLoop && !(around.start <= test.start && test.end <= around.end)) end = Math.max(end, around.end);
  }
  const { writes } = symbol;
  if (nested && writes.length > 1) return false;
  return writes.some((write) => write.node.start < test.start) && !writes.some(isBetween);
  function isBetween({ node: written }: Occurrence): boolean {
    return test.start <= written.start && written.start <= end;
  }
}

type Asks = (test: py.Expression, truth: boolean) => boolean;

/** A test before or around the place, in the same run of the code, is known to have come out so. */
function isAsked(context: Context, place: Place, node: py.Expression, asks: Asks): boolean {
  const statement = place.block.body[place.index];
  if (statement && isAskedWithin(statement, node, asks)) return true;
  let inside: py.Block | py.Module | null = null;
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent) {
    const { body } = at.block;
    const around = body[at.index];
    if (around?.kind === "If" || around?.kind === "While") {
      if (inside === around.body && asks(around.test, true)) return true;
      if (around.kind === "If" && inside === around.orelse && asks(around.test, false)) return true;
    }
    for (const before of body.slice(0, at.index))
      if (before.kind === "If" && neverEnds(context, before.body) && asks(before.test, false)) return true;
    inside = at.block;
  }
  return false;
}

/** Inside a statement: the right of `and` and `or`, a branch of a conditional expression. */
function isAskedWithin(statement: py.Statement, node: py.Node, asks: Asks): boolean {
  for (let at: py.Node | undefined = statement; at && at !== node; at = childAround(at, node)) {
    const below = childAround(at, node);
    if (at.kind === "IfExp") {
      if (below === at.body && asks(at.test, true)) return true;
      if (below === at.orelse && asks(at.test, false)) return true;
    }
    if (at.kind === "BoolOp") {
      const isAnd = at.op === "and";
      if (at.values.slice(0, at.values.indexOf(below as py.Expression)).some((test) => asks(test, isAnd))) return true;
    }
  }
  return false;
}

const childAround = (node: py.Node, part: py.Node): py.Node | undefined =>
  children(node).find((child) => child.start <= part.start && part.end <= child.end);

/** How many items there are at least, when a test has come out so. */
function leastLength(
  context: Context,
  test: py.Expression,
  truth: boolean,
  isList: (e: py.Expression) => boolean,
): number {
  const part = (e: py.Expression, wanted = truth): number => leastLength(context, e, wanted, isList);
  if (test.kind === "UnaryOp" && test.op === "not") return part(test.operand, !truth);
  if (test.kind === "BoolOp") return (test.op === "and") === truth ? Math.max(...test.values.map((e) => part(e))) : 0;
  if (isList(test)) return truth ? 1 : 0;
  const [right] = test.kind === "Compare" ? test.comparators : [];
  if (test.kind !== "Compare" || !right || test.comparators.length > 1) return 0;
  const isLength = (e: py.Expression): boolean =>
    e.kind === "Call" &&
    builtinCalled(context.module.bindings, e) === "len" &&
    e.args.length === 1 &&
    isList(e.args[0] as py.Expression);
  const [op] = test.ops;
  if (!op || !isLength(test.left) || right.kind !== "Num" || right.number.type !== "int") return 0;
  const bound = Number(right.number.value);
  switch (truth ? op : opposite[op]) {
    case "==":
    case ">=":
      return bound;
    case ">":
      return bound + 1;
    default:
      return 0;
  }
}

const opposite: Partial<Record<py.CompareOperator, py.CompareOperator>> = {
  "<": ">=",
  "<=": ">",
  "!=": "==",
};

/** The suite never comes to its end: it returns, raises, leaves the loop's round or the program. */
function neverEnds(context: Context, { body }: py.Block): boolean {
  const last = body.at(-1);
  if (last?.kind === "If")
    return last.orelse !== null && neverEnds(context, last.body) && neverEnds(context, last.orelse);
  if (last?.kind === "Expr") return last.value.kind === "Call" && neverComesBack(context.typeOf(last.value.func));
  return last !== undefined && ["Return", "Raise", "Continue", "Break"].includes(last.kind);
}

/** `sys.exit` and its like; `usage`, a function of the program whose every path ends in such a call. */
const neverComesBack = (callee: Type): boolean =>
  neverReturns(callee) ||
  (callee.k === "func" &&
    !callee.wraps &&
    !callee.fn.isGenerator &&
    !callee.fn.returnsNothing &&
    !callee.fn.returnsValue);

const isSame = (context: Context, e: py.Expression, list: py.Expression, symbol: PySymbol): boolean => {
  const name = e.kind === "Attribute" ? e.value : e;
  if (e.kind !== list.kind || name.kind !== "Name" || context.module.bindings.symbols.get(name) !== symbol)
    return false;
  return e.kind !== "Attribute" || (list.kind === "Attribute" && e.attr === list.attr);
};
