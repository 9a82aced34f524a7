import { isComprehension } from "../python/comprehension.ts";
import { targetNames, targetParts } from "../python/targets.ts";
import type * as py from "../python/ast.ts";
import { ownExpressions as evaluated, suites } from "../python/statement-parts.ts";
import { children } from "../python/walk.ts";
import type { Place, Scope } from "./scope.ts";

/**
 * Whether a list comprehension's variable, which Python 2 leaves behind in the scope around, may be read there before it is given
 * another value. Only then is it the outer variable here too. Where that is not plain the answer is yes.
 *
 * `place` is that of the statement with the comprehension, `owner` the function or module that the variable would be left in.
 */
export function isReadAfter(name: string, node: py.ListComp, place: Place, owner: Scope): boolean {
  if (owner.node.kind === "Lambda") return reads(owner.node.body, name, node);
  const statement = place.block.body[place.index];
  if (!statement) return false;
  if (ownExpressions(statement).some((e) => reads(e, name, node))) return true;
  if (statement.kind === "Assign" && statement.targets.some((t) => binds(t, name)))
    return isCaughtAround(place, name, owner);
  const skipsBody = statement.kind === "For" && binds(statement.target, name);
  for (const suite of suites(statement))
    if (!(skipsBody && suite === statement.body) && follow(suite.body, name) === "read") return true;
  return isReadFrom(place, name, owner);
}

/** What becomes of the variable from behind the statement at `place` on, or from the next round of the loop around it, to the end of its scope. */
function isReadFrom(place: Place, name: string, owner: Scope, after: "statement" | "round" = "statement"): boolean {
  let isInRound = after === "round";
  for (let at: Place | null = place; at && at.scope === owner; at = at.parent) {
    const fate = isInRound ? "kept" : follow(at.block.body.slice(at.index + 1), name);
    if (fate !== "kept") return fate === "read" || isCaughtAround(at.parent, name, owner);
    const around = at.parent?.scope === owner ? at.parent.block.body[at.parent.index] : undefined;
    if (!around) continue;
    if (around.kind === "Try" && isReadBehind(around, name)) return true;
    if (around.kind === "While" && reads(around.test, name)) return true;
    // The next round.
    const isBound = around.kind === "For" && binds(around.target, name);
    if ((around.kind === "While" || around.kind === "For") && !isBound && follow(around.body.body, name) === "read")
      return true;
    if ((around.kind === "While" || around.kind === "For") && around.orelse)
      if (follow(around.orelse.body, name) === "read") return true;
    if (around.kind === "While" || around.kind === "For") isInRound = false;
  }
  return false;
}

/** An exception may lead past what gives the variable another value, to a handler that reads it, or on from there. */
function isCaughtAround(place: Place | null, name: string, owner: Scope): boolean {
  for (let at: Place | null = place; at && at.scope === owner; at = at.parent) {
    const statement = at.block.body[at.index];
    if (statement?.kind !== "Try") continue;
    if (isReadBehind(statement, name)) return true;
    const ends = statement.handlers
      .filter(({ body }) => follow(body.body, name) === "kept")
      .map(({ body }) => jumps(body));
    if (ends.includes(false) && isReadFrom(at, name, owner)) return true;
    if (ends.includes(true) && isReadFrom(at, name, owner, "round")) return true;
  }
  return false;
}

/** A suite that ends in `break` or `continue`. */
const jumps = ({ body }: py.Block): boolean => ["Break", "Continue"].includes(body.at(-1)?.kind ?? "");

/** A clause of the `try` reads the variable as its body may have left it. */
const isReadBehind = ({ handlers, orelse, finalbody }: py.Try, name: string): boolean =>
  handlers.some(({ target, body }) => !(target && binds(target, name)) && follow(body.body, name) === "read") ||
  [orelse, finalbody].some((suite) => suite !== null && follow(suite.body, name) === "read");

/** `over`: it has another value, or the scope is left. */
type Fate = "read" | "over" | "kept";

function follow(statements: readonly py.Statement[], name: string): Fate {
  for (const statement of statements) {
    const fate = followOne(statement, name);
    if (fate !== "kept") return fate;
    if (statement.kind === "Break" || statement.kind === "Continue") return "kept";
  }
  return "kept";
}

function followOne(node: py.Statement, name: string): Fate {
  if (ownExpressions(node).some((e) => reads(e, name))) return "read";
  switch (node.kind) {
    case "Assign":
      return node.targets.some((t) => binds(t, name)) ? "over" : "kept";
    case "Return":
    case "Raise":
      return "over";
    case "Delete":
      return node.targets.some((t) => binds(t, name)) ? "read" : "kept";
    case "FunctionDef":
      return node.name === name ? "over" : "kept";
    case "ClassDef":
      if (readsAnywhere(node, name)) return "read";
      return node.name === name ? "over" : "kept";
    case "If": {
      const [a, b] = [follow(node.body.body, name), node.orelse ? follow(node.orelse.body, name) : "kept"];
      if (a === "read" || b === "read") return "read";
      return a === "over" && b === "over" ? "over" : "kept";
    }
    case "With":
      if (node.items.some(({ target }) => target && binds(target, name))) return "over";
      return follow(node.body.body, name);
    case "For":
    case "While": {
      const isBound = node.kind === "For" && binds(node.target, name);
      if (!isBound && follow(node.body.body, name) === "read") return "read";
      return node.orelse && follow(node.orelse.body, name) === "read" ? "read" : "kept";
    }
    case "Try":
      if (follow(node.body.body, name) === "read" || isReadBehind(node, name)) return "read";
      return isOverByTry(node, name) ? "over" : "kept";
    case "Exec":
      return "read";
    default:
      return "kept";
  }
}

/** Whoever comes past the `try` has given the variable another value; who goes on with the next round comes here again. */
const isOverByTry = ({ body, handlers }: py.Try, name: string): boolean =>
  follow(body.body, name) === "over" &&
  handlers.every((h) => h.body.body.at(-1)?.kind === "Continue" || follow(h.body.body, name) === "over");

/** The expressions that a statement itself evaluates; of a target what it is stored in, not a variable's name. */
function ownExpressions(node: py.Statement): readonly py.Expression[] {
  switch (node.kind) {
    case "Assign":
      return [node.value, ...node.targets.flatMap(placesOf)];
    case "For":
      return [node.iter, ...placesOf(node.target)];
    case "With":
      return node.items.flatMap(({ context, target }) => [context, ...(target ? placesOf(target) : [])]);
    case "Try":
      return node.handlers.flatMap(({ type, target }) => [
        ...(type ? [type] : []),
        ...(target ? placesOf(target) : []),
      ]);
    default:
      return evaluated(node);
  }
}

const placesOf = (target: py.Expression): readonly py.Expression[] =>
  targetParts(target).filter(({ kind }) => kind !== "Name");

/** The target stores to the variable itself. */
const binds = (target: py.Expression, name: string): boolean => targetNames(target).includes(name);

/** The expression, or target, reads the variable; of a comprehension with one of that name only what it goes over is outside. */
export function reads(node: py.Node, name: string, but: py.ListComp | null = null): boolean {
  if (node.kind === "Name") return node.id === name;
  if (isComprehension(node)) {
    const [first] = node.generators;
    if (node === but || (first && binds(first.target, name))) return first ? reads(first.iter, name, but) : false;
  }
  return children(node).some((child) => reads(child, name, but));
}

const readsAnywhere = (node: py.Statement, name: string): boolean =>
  ownExpressions(node).some((e) => reads(e, name)) ||
  suites(node).some((suite) => suite.body.some((inner) => readsAnywhere(inner, name)));
