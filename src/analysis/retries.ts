import type { ProgramModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { positionAt } from "../python/positions.ts";
import type { RetrySummary } from "../translation.ts";
import type { Facts } from "./facts.ts";
import { classAlternatives } from "./narrow.ts";
import { ownExpressions, statementsIn, suites } from "../python/statement-parts.ts";
import { members } from "./join.ts";
import { childExpressions } from "../program/child-expressions.ts";

/**
 * The retry loops of a file: a loop around a `try` that waits for the network, one of whose handlers stays in the loop. Loops over
 * items or pages that only pass over what fails are none.
 */
export function findRetries(module: ProgramModule, facts: Facts): readonly RetrySummary[] {
  const found: RetrySummary[] = [];
  const visit = (body: readonly py.Statement[]): void => {
    for (const s of body) {
      if (s.kind === "For" || s.kind === "While") {
        const summary = retryOf(module, facts, s);
        if (summary) found.push(summary);
      }
      for (const suite of s.kind === "FunctionDef" ? [s.body] : suites(s)) visit(suite.body);
    }
  };
  visit(module.tree.body);
  return found;
}

function retryOf(module: ProgramModule, facts: Facts, loop: py.For | py.While): RetrySummary | null {
  const shape = shapeOf(loop);
  const attempt = loop.body.body.find((s) => s.kind === "Try" && s.handlers.length > 0);
  if (!shape || attempt?.kind !== "Try" || !statementsIn(attempt.body).some((s) => waits(s, facts))) return null;
  if (!succeeds(loop, attempt)) return null;
  const staying = attempt.handlers.filter((h) => !leaves(h.body));
  if (staying.length === 0) return null;
  return {
    line: positionAt(module.source, loop.start).line,
    shape,
    backoff: backoffOf(loop),
    catches: staying.flatMap((h) => (h.type ? namesOf(h.type, facts) : ["everything"])),
  };
}

/** What worked leaves the loop: a retry, not a loop over pages. */
function succeeds(loop: py.For | py.While, attempt: py.Try): boolean {
  const after = loop.body.body.slice(loop.body.body.indexOf(attempt) + 1);
  const open = [...statementsIn(attempt.body), ...(attempt.orelse ? statementsIn(attempt.orelse) : []), ...after];
  return open.some((s) => s.kind === "Return" || s.kind === "Break");
}

/** How the loop counts; null for one over items. */
function shapeOf(loop: py.For | py.While): string | null {
  if (loop.kind === "While")
    return loop.test.kind === "Name" && loop.test.id === "True" ? "while True" : "while counter";
  const { iter } = loop;
  return iter.kind === "Call" && iter.func.kind === "Name" && /^x?range$/.test(iter.func.id) ? "for range" : null;
}

function backoffOf(loop: py.For | py.While): string {
  const inside = statementsIn(loop.body);
  const sleeps = inside.some((s) => ownExpressions(s).some((e) => calls(e, "sleep")));
  if (!sleeps) return "none";
  const grows = inside.some(
    (s) =>
      (s.kind === "AugAssign" && (s.op === "*" || s.op === "**")) ||
      (s.kind === "Assign" && s.value.kind === "BinOp" && s.value.op === "*"),
  );
  return grows ? "exponential" : "constant";
}

const leaves = (block: py.Block): boolean => {
  const last = block.body.at(-1);
  return last?.kind === "Return" || last?.kind === "Raise" || last?.kind === "Break";
};

const waits = (s: py.Statement, facts: Facts): boolean =>
  ownExpressions(s).some((e) => anyIn(e, (x) => facts.awaited.has(x)));

const calls = (e: py.Expression, name: string): boolean =>
  anyIn(
    e,
    (x) =>
      x.kind === "Call" &&
      ((x.func.kind === "Attribute" && x.func.attr === name) || (x.func.kind === "Name" && x.func.id === name)),
  );

const anyIn = (e: py.Expression, test: (x: py.Expression) => boolean): boolean =>
  test(e) || childExpressions(e).some((c) => anyIn(c, test));

function namesOf(type: py.Expression, facts: Facts): readonly string[] {
  const classes = classAlternatives(facts.typeOf(type)) ?? [];
  return classes.flatMap((cls) =>
    members(cls).map((m) =>
      m.k === "libclass" ? m.name.replace(/^exceptions\./, "") : m.k === "class" ? m.cls.name : "unknown",
    ),
  );
}
