import type { Comprehension, Expression } from "../ast.ts";
import type { Context } from "./context.ts";
import { namedChildren, type SyntaxNode } from "./syntax-node.ts";

/** The `for` and `if` clauses of a comprehension or generator expression. */
export function lowerGenerators(node: SyntaxNode, context: Context): Comprehension[] {
  const generators: { -readonly [K in keyof Comprehension]: Comprehension[K] }[] = [];
  for (const clause of node.children) {
    if (clause.type === "for_in_clause") {
      const { start, end } = clause;
      const [target, ...sources] = namedChildren(clause);
      generators.push({
        start,
        end,
        target: context.expression(target, clause),
        iter: source(clause, sources, context),
        ifs: [],
      });
    } else if (clause.type === "if_clause") {
      const last = generators.at(-1);
      if (last === undefined) continue;
      last.ifs = [...last.ifs, context.expression(clause.children[1], clause)];
      last.end = clause.end;
    }
  }
  return generators;
}

/** `for x in 1, 2` is Python 2's; the grammar gives the elements apart. */
function source(clause: SyntaxNode, sources: SyntaxNode[], context: Context): Expression {
  const elts = sources.map((child) => context.expression(child, clause));
  if (elts.length === 1 && clause.children.at(-1)?.type !== ",") return elts[0]!;
  return { kind: "Tuple", start: sources[0]?.start ?? clause.start, end: sources.at(-1)?.end ?? clause.end, elts };
}
