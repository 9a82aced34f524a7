import { only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";
import { innermost } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { ownExpressions, statementsIn } from "../python/statement-parts.ts";
import { walk } from "../python/walk.ts";
import type { Occurrence } from "../program/scope.ts";
import type { Context } from "./context.ts";
import { isAsyncIteration } from "./iterate.ts";
import { isQuiet } from "./quiet.ts";

/**
 * An iterator that somebody may go on with once a loop over it has been left: JavaScript's `for` closes a generator then, Python's leaves
 * it as it is.
 */
export const isHeldIterator = (context: Context, node: py.Expression): boolean =>
  only(context.typeOf(node), "iter") &&
  (node.kind === "Attribute" || node.kind === "Subscript" || (node.kind === "Name" && !isNobodyElses(context, node)));

/** A variable that a new generator is put into, once, and that nothing but this loop reads, once. */
function isNobodyElses(context: Context, node: py.Name): boolean {
  const symbol = context.module.bindings.symbols.get(node);
  if (!symbol || symbol.isParameter || symbol.captured || symbol.writtenElsewhere) return false;
  const [written, read, ...more] = symbol.occurrences;
  if (!written?.write || !read || read.write || more.length > 0) return false;
  const made = written.place.block.body[written.place.index];
  return loopsAround(written) === loopsAround(read) && made?.kind === "Assign" && isNew(context, made.value);
}

const loopsAround = ({ place }: Occurrence): number => {
  let count = 0;
  for (let at: Occurrence["place"] | null = place; at; at = at.parent) if (at.loop) count++;
  return count;
};

/** What a generator function or one of the library makes. */
const isNew = (context: Context, node: py.Expression): boolean =>
  node.kind === "Call" &&
  members(context.typeOf(node.func)).every((m) =>
    m.k === "func" ? innermost(m).fn.isGenerator : m.k === "libfn" && m.name !== "builtins.iter",
  );

/** What a loop goes over, such that it can be gone on with after the loop has been left. */
export function keptOpen(context: Context, node: py.Expression, items: ts.Expression): ts.Expression {
  if (!isHeldIterator(context, node)) return items;
  const rest = isAsyncIteration(context, node) ? "remainingAsync" : "remaining";
  return call(context.runtime("python", rest), [items]);
}

/** The suite has a `break`, `return` or `raise`, or a statement that may have one. */
export const leavesEarly = (body: py.Block): boolean =>
  statementsIn(body).some((s) => s.kind === "Break" || s.kind === "Return" || s.kind === "Raise");

/** Control may leave the suite before its end: an exception of what it runs, or whoever closes the generator at its `yield`, too. */
export const mayLeave = (context: Context, body: py.Block): boolean =>
  leavesEarly(body) ||
  statementsIn(body).some((s) => ownExpressions(s).some((e) => !isTarget(e) && !isQuiet(context, e)) || yields(s));

const isTarget = (e: py.Expression): boolean => e.kind === "Name";

function yields(statement: py.Statement): boolean {
  let found = false;
  for (const e of ownExpressions(statement)) walk(e, (inner) => (found ||= inner.kind === "Yield"));
  return found;
}
