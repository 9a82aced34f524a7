import { neverReturns } from "./infer-statement.ts";
import type { Type } from "./types.ts";
import type { Occurrence, Place, PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { children } from "../python/walk.ts";
import type { Reading } from "./reading.ts";

/** Whether a test that has come out so says what is asked. */
export type Asks = (test: py.Expression, truth: boolean) => boolean;

/** A test before or around the place, in the same run of the code, is known to have come out so. */
export function isAsked(context: Reading, place: Place, node: py.Expression, asks: Asks): boolean {
  const statement = place.block.body[place.index];
  if (statement && isAskedWithin(statement, node, asks)) return true;
  let inside: py.Block | py.Module | null = null;
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent) {
    const { body } = at.block;
    const around = body[at.index];
    if (inside && (around?.kind === "If" || around?.kind === "While")) {
      if (inside === around.body && asks(around.test, true)) return true;
      if (around.kind === "If" && inside === around.orelse && asks(around.test, false)) return true;
    }
    for (const before of body.slice(0, at.index))
      if (before.kind === "If" && neverEnds(context, before.body) && asks(before.test, false)) return true;
    inside = at.block;
  }
  return false;
}

/**
 * A test around a variable or before it says something of it, and it has kept its value since: a variable that nobody sets from elsewhere,
 * read in its own scope.
 */
export function isAskedOf(context: Reading, name: py.Name, says: Asks): boolean {
  const found = ownVariable(context, name);
  if (!found) return false;
  const { symbol, occurrence } = found;
  return isAsked(
    context,
    occurrence.place,
    name,
    (test, truth) => says(test, truth) && isSetBefore(symbol, test, occurrence),
  );
}

export interface Variable {
  readonly symbol: PySymbol;
  readonly occurrence: Occurrence;
}

/** A variable that nobody sets from elsewhere, where it is read in its own scope; null if it is another. */
export function ownVariable(context: Reading, name: py.Name): Variable | null {
  const symbol = context.module.bindings.symbols.get(name);
  const occurrence = symbol?.occurrences.find(({ node }) => node === name);
  if (!symbol || !occurrence || occurrence.nested || occurrence.place.scope !== symbol.scope) return null;
  if (symbol.writtenElsewhere || symbol.deleted || context.facts.setFromOutside.has(symbol)) return null;
  return { symbol, occurrence };
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

/** The suite never comes to its end: it returns, raises, leaves the loop's round or the program. */
function neverEnds(context: Reading, { body }: py.Block): boolean {
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

/** The variable is not set between a test and the place that relies on it, on whatever way from the one to the other. */
export function isSetBefore(symbol: PySymbol, test: py.Span, occurrence: Occurrence): boolean {
  const { writes } = symbol;
  if (occurrence.nested && writes.length > 1) return false;
  return writes.some((write) => write.node.start < test.start) && !isSetOnWay(symbol, test, occurrence);
}

/** The variable may be set on the way from a test to a place, or to `until` behind it. */
export function isSetOnWay(symbol: PySymbol, test: py.Span, occurrence: Occurrence, until = 0): boolean {
  const end = Math.max(until, endOfWay(test, occurrence));
  const isOnWay = end === occurrence.node.start ? (write: Occurrence) => !isTargetOf(write, occurrence) : () => true;
  return symbol.writes.some((write) => test.start <= write.node.start && write.node.start <= end && isOnWay(write));
}

/** The write is that of the assignment whose value the variable is read in: `line = line[2:]` sets it when the value is made. */
function isTargetOf(write: Occurrence, { place, node }: Occurrence): boolean {
  const statement = place.block.body[place.index];
  const isSame = write.place.block === place.block && write.place.index === place.index;
  return isSame && statement?.kind === "Assign" && statement.value.start <= node.start;
}

/** Up to where the code may run on the way from a test to a place: to the end of the loops around the place that the test is not in. */
export function endOfWay(test: py.Span, { place, node }: Occurrence): number {
  let end = node.start;
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent) {
    const around = at.block.body[at.index];
    const isLoop = around?.kind === "For" || around?.kind === "While";
    if (isLoop && !(around.start <= test.start && test.end <= around.end)) end = Math.max(end, around.end);
  }
  return end;
}
