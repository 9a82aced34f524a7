import { members } from "../analysis/join.ts";
import { has } from "../analysis/kinds.ts";
import type { Occurrence, Place } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { ownExpressions } from "../python/statement-parts.ts";
import { targetParts, targetsOf } from "../python/targets.ts";
import { children, walk } from "../python/walk.ts";
import { endOfWay, isAsked, isSetBefore } from "./asked-before.ts";
import type { Context } from "./context.ts";
import { isProperty } from "./softspace.ts";

/**
 * A variable, or what an object in a variable holds under a name, is certainly not None and there: a test around or before says so, or a
 * statement before has put something there or asked it for an attribute. Nothing on the way from there may have changed it.
 */
export function isThere(context: Context, path: py.Expression): boolean {
  const name = path.kind === "Attribute" ? path.value : path;
  const symbol = name.kind === "Name" ? context.module.bindings.symbols.get(name) : undefined;
  const occurrence = symbol?.occurrences.find(({ node }) => node === name);
  if (!symbol || !occurrence || occurrence.nested || occurrence.place.scope !== symbol.scope) return false;
  if (symbol.writtenElsewhere || symbol.deleted || context.facts.setFromOutside.has(symbol)) return false;
  if (path.kind === "Attribute" && !isHeld(context, path)) return false;
  const keeps = (since: py.Span): boolean =>
    isSetBefore(symbol, since, occurrence) &&
    (path.kind !== "Attribute" || isUntouched(context, path, since, occurrence));
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

/** What an object of the program's classes holds, whichever of them it is of. */
const isHeld = (context: Context, { value, attr }: py.Attribute): boolean =>
  !isProperty(context.typeOf(value), attr) &&
  members(context.typeOf(value)).every((m) => m.k === "instance" || (m.k === "lib" && m.fields !== undefined));

/** A test that has come out so has found something there. */
function finds(test: py.Expression, truth: boolean, path: py.Expression): boolean {
  if (test.kind === "UnaryOp" && test.op === "not") return finds(test.operand, !truth, path);
  if (test.kind === "BoolOp") return (test.op === "and") === truth && test.values.some((e) => finds(e, truth, path));
  if (isSame(test, path)) return truth;
  const [other] = test.kind === "Compare" ? test.comparators : [];
  if (test.kind !== "Compare" || test.ops.length > 1 || other?.kind !== "Name" || other.id !== "None") return false;
  return isSame(test.left, path) && test.ops[0] === (truth ? "is not" : "is");
}

/** The statement puts something there, or asks it for an attribute that None has not, whatever happens in it. */
function makesSure(context: Context, statement: py.Statement, path: py.Expression): boolean {
  if (statement.kind === "Assign" && statement.targets.some((target) => isSame(target, path)))
    return !has(context.typeOf(statement.value), "none", "unset", "unknown", "poison", "never");
  if (!["Expr", "Assign", "Print", "Return", "AugAssign"].includes(statement.kind)) return false;
  return ownExpressions(statement).some((e) => asks(e, path));
}

function asks(e: py.Node, path: py.Expression): boolean {
  if (e.kind === "Attribute" && !e.attr.startsWith("__") && isSame(e.value, path)) return true;
  if (PERHAPS.has(e.kind)) return false;
  return children(e).some((part) => asks(part, path));
}

/** What may leave a part of it out, or make it later. */
const PERHAPS: ReadonlySet<string> = new Set(
  "BoolOp IfExp Lambda ListComp SetComp DictComp GeneratorExp Compare".split(" "),
);

/** No object gets another value under the name meanwhile: none is stored, and no code of the program runs that stores one. */
function isUntouched(
  context: Context,
  { value: object, attr }: py.Attribute,
  since: py.Span,
  occurrence: Occurrence,
): boolean {
  const isOfLibrary = members(context.typeOf(object)).some((m) => m.k !== "instance" || m.cls.libraryBase !== null);
  const end = endOfWay(since, occurrence);
  const { facts } = context;
  let isKept = true;
  walk(occurrence.place.scope.node, (node) => {
    if (node.end <= since.start || node.start >= end) return false;
    if (node.start < since.start) return true;
    const runs = facts.callees.has(node as py.Expression) || facts.awaited.has(node as py.Expression);
    if (runs && facts.setLater.has(attr)) isKept = false;
    // A method of the library, or who is handed the object, may store what the program does not.
    if (node.kind === "Call" && isOfLibrary && handles(node, object)) isKept = false;
    if (node.kind === "Delete") isKept = false;
    if (
      isStatement(node) &&
      targetsOf(node)
        .flatMap(targetParts)
        .some((t) => t.kind === "Attribute" && t.attr === attr)
    )
      isKept = false;
    return isKept;
  });
  return isKept;
}

const handles = ({ func, args }: py.Call, object: py.Expression): boolean =>
  (func.kind === "Attribute" && isSame(func.value, object)) || args.some((arg) => isSame(arg, object));

const isStatement = (node: py.Node): node is py.Statement => "leading" in node;

const isSame = (a: py.Expression, b: py.Expression): boolean =>
  a.kind === "Name"
    ? b.kind === "Name" && a.id === b.id
    : a.kind === "Attribute" && b.kind === "Attribute" && a.attr === b.attr && isSame(a.value, b.value);
