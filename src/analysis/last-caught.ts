import type * as py from "../python/ast.ts";
import { ownExpressions, statementsIn } from "../python/statement-parts.ts";
import { childExpressions } from "../program/child-expressions.ts";

/** What asks for the exception that was caught last, beside a bare `raise`. */
const asking: ReadonlySet<string> = new Set(["exc_info", "format_exc", "print_exc", "exception"]);

/**
 * In a handler's body, something asks for what was caught behind, or in a loop around, another handler of the same function: Python 2
 * then means what that one has caught, since a function has one such exception at a time.
 *   except A: try: … except B: pass; raise  →  raises B
 */
export function asksAfterHandler(body: py.Block): boolean {
  const all = statementsIn(body);
  return all.some(
    (statement) =>
      statement.kind === "Try" &&
      statement.handlers.length > 0 &&
      all.some((other) => asks(other) && comesAfter(other, statement, all)),
  );
}

function comesAfter(asked: py.Statement, { handlers }: py.Try, all: readonly py.Statement[]): boolean {
  const [first] = handlers;
  if (!first || handlers.some((h) => h.start <= asked.start && asked.end <= h.end)) return false;
  const loops = all.some(
    (s) =>
      (s.kind === "For" || s.kind === "While") &&
      s.start <= first.start &&
      asked.end <= s.end &&
      s.start <= asked.start,
  );
  return asked.start > first.start || loops;
}

function asks(statement: py.Statement): boolean {
  if (statement.kind === "Raise" && !statement.type) return true;
  const work = [...ownExpressions(statement)];
  for (let e = work.pop(); e; e = work.pop()) {
    if (e.kind === "Call" && asking.has(calledName(e.func))) return true;
    work.push(...childExpressions(e));
  }
  return false;
}

const calledName = (func: py.Expression): string =>
  func.kind === "Attribute" ? func.attr : func.kind === "Name" ? func.id : "";
