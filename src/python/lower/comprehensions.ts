import type { Comprehension, Expression } from "../ast.ts";
import { EMPTY, trimmed } from "../kept-list.ts";
import type { Context } from "./context.ts";
import { lowerTarget } from "./targets.ts";
import { hasToken, namedChildren, type SyntaxNode } from "./syntax-node.ts";

/** The `for` and `if` clauses of a comprehension or generator expression. */
export function lowerGenerators(node: SyntaxNode, context: Context): readonly Comprehension[] {
  const generators: { -readonly [K in keyof Comprehension]: Comprehension[K] }[] = [];
  for (const clause of node.children) {
    if (clause.type === "for_in_clause") {
      const { start, end } = clause;
      const [target, ...sources] = namedChildren(clause);
      generators.push({
        start,
        end,
        target: lowerTarget(target, clause, context),
        iter: source(node, clause, sources, context),
        ifs: EMPTY,
      });
    } else if (clause.type === "if_clause") {
      const last = generators.at(-1);
      if (last === undefined) continue;
      last.ifs = [...last.ifs, context.expression(clause.children[1], clause)];
      last.end = clause.end;
    }
  }
  return trimmed(generators);
}

/** `[y for x in 1, 2]` is Python 2's (of lists only); the grammar gives the elements apart. */
function source(within: SyntaxNode, clause: SyntaxNode, sources: SyntaxNode[], context: Context): Expression {
  const elts = sources.map((child) => context.expression(child, clause));
  if (within.type !== "list_comprehension" && sources[0]?.type === "lambda")
    context.problem("a lambda needs parentheses here", clause);
  if (!hasToken(clause, ",")) return elts[0]!;
  if (within.type !== "list_comprehension" || elts.length === 1)
    context.problem("unexpected ',' in this comprehension", clause);
  return { kind: "Tuple", start: sources[0]?.start ?? clause.start, end: sources.at(-1)?.end ?? clause.end, elts };
}
