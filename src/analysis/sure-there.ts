import { has } from "./kinds.ts";
import type { Place } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { ownExpressions } from "../python/statement-parts.ts";
import { children } from "../python/walk.ts";
import { isAsked } from "./asked-before.ts";
import type { Reading } from "./reading.ts";
import { heldPath, isSamePath } from "./held-path.ts";

/**
 * A variable, or what an object in a variable holds under a name, is certainly not None and there: a test around or before says so, or a
 * statement before has put something there or asked it for an attribute. Nothing on the way from there may have changed it.
 */
export function isThere(context: Reading, path: py.Expression): boolean {
  const held = heldPath(context, path);
  if (!held) return false;
  const { keeps, occurrence } = held;
  if (isAsked(context, occurrence.place, path, (test, truth) => finds(test, truth, path) && keeps(test))) return true;
  return statementsBefore(occurrence.place).some(
    (before) => makesSure(context, before, path) && keeps(afterwards(before)),
  );
}

const afterwards = ({ end }: py.Span): py.Span => ({ start: end, end });

/** The statements that have come to their end before, in the blocks around the place. */
function statementsBefore(place: Place): readonly py.Statement[] {
  const before: py.Statement[] = [];
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent)
    before.push(...at.block.body.slice(0, at.index));
  return before;
}

/** A test that has come out so has found something there. */
function finds(test: py.Expression, truth: boolean, path: py.Expression): boolean {
  if (test.kind === "UnaryOp" && test.op === "not") return finds(test.operand, !truth, path);
  if (test.kind === "BoolOp") return (test.op === "and") === truth && test.values.some((e) => finds(e, truth, path));
  if (isSamePath(test, path)) return truth;
  const [other] = test.kind === "Compare" ? test.comparators : [];
  if (test.kind !== "Compare" || test.ops.length > 1 || other?.kind !== "Name" || other.id !== "None") return false;
  return isSamePath(test.left, path) && test.ops[0] === (truth ? "is not" : "is");
}

/** The statement puts something there, or asks it for an attribute that None has not, whatever happens in it. */
function makesSure(context: Reading, statement: py.Statement, path: py.Expression): boolean {
  if (statement.kind === "Assign" && statement.targets.some((target) => isSamePath(target, path)))
    return !has(context.typeOf(statement.value), "none", "unset", "unknown", "poison", "never");
  if (statement.kind === "If") return fills(context, statement, path);
  if (!["Expr", "Assign", "Print", "Return", "AugAssign"].includes(statement.kind)) return false;
  return ownExpressions(statement).some((e) => asks(e, path));
}

/** `if self.x is None: self.x = X()`: what was not there is there now. */
function fills(context: Reading, { test, body, orelse }: py.If, path: py.Expression): boolean {
  const last = body.body.at(-1);
  return (
    orelse === null &&
    test.kind !== "BoolOp" &&
    finds(test, false, path) &&
    last !== undefined &&
    last.kind === "Assign" &&
    makesSure(context, last, path)
  );
}

function asks(e: py.Node, path: py.Expression): boolean {
  if (e.kind === "Attribute" && !e.attr.startsWith("__") && isSamePath(e.value, path)) return true;
  if (PERHAPS.has(e.kind)) return false;
  return children(e).some((part) => asks(part, path));
}

/** What may leave a part of it out, or make it later. */
const PERHAPS: ReadonlySet<string> = new Set(
  "BoolOp IfExp Lambda ListComp SetComp DictComp GeneratorExp Compare".split(" "),
);
