import type { Facts } from "../analysis/facts.ts";
import { suites } from "../analysis/statement-parts.ts";
import { childExpressions } from "../program/bind.ts";
import type { Program } from "../program/program.ts";
import type * as py from "../python/ast.ts";

/**
 * Whether what one `print` leaves pending counts for the next: some `print` of the program ends in a comma, or writes a value before
 * it makes the next one by a call of the program, which may print or raise in between.
 */
export function usesSoftspace(program: Program, facts: Facts): boolean {
  return program.modules.some((module) => anywhere(module.tree.body, facts));
}

function anywhere(body: readonly py.Statement[], facts: Facts): boolean {
  return body.some(
    (s) =>
      (s.kind === "Print" && !s.dest && (!s.newline || s.values.slice(1).some((v) => runsProgram(v, facts)))) ||
      (s.kind === "FunctionDef" && anywhere(s.body.body, facts)) ||
      suites(s).some((suite) => anywhere(suite.body, facts)),
  );
}

/** The expression calls a function of the program, or waits for the network. */
export function runsProgram(root: py.Expression, facts: Facts): boolean {
  const work: py.Expression[] = [root];
  for (let e = work.pop(); e; e = work.pop()) {
    if (facts.callees.has(e) || facts.awaited.has(e)) return true;
    if (e.kind !== "Lambda") work.push(...childExpressions(e));
  }
  return false;
}

/** The expression may raise: an item that is not there, a text that is no number. */
export function mayRaise(root: py.Expression): boolean {
  const work: py.Expression[] = [root];
  for (let e = work.pop(); e; e = work.pop()) {
    if (e.kind === "Subscript" && e.slice.type === "index") return true;
    if (
      e.kind === "BinOp" &&
      (e.op === "/" || e.op === "//" || (e.op === "%" && e.left.kind !== "Str")) &&
      e.right.kind !== "Num"
    )
      return true;
    if (e.kind === "Call" && e.func.kind === "Name" && ["int", "float", "max", "min", "next"].includes(e.func.id))
      return true;
    work.push(...childExpressions(e));
  }
  return false;
}
