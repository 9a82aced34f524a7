import type { Block, Expression, InvalidExpression, Span, SyntaxProblem } from "../ast.ts";
import type { Encoding } from "../encodings.ts";
import { NO_REMARKS, type Remarks } from "../remarks.ts";
import type { Scan } from "../scan.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** What lowering needs besides the tree, and where it tells what it could not accept. */
export class Context {
  readonly text: string;
  readonly scan: Scan;
  readonly encoding: Encoding;
  /** Messages of the stretches left out of the skeleton, by start. */
  readonly invalid: ReadonlyMap<number, string>;
  readonly problems: SyntaxProblem[] = [];
  #told = 0;

  constructor(text: string, scan: Scan, encoding: Encoding, invalid: ReadonlyMap<number, string>) {
    this.text = text;
    this.scan = scan;
    this.encoding = encoding;
    this.invalid = invalid;
  }

  textOf(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  problem(message: string, { start, end }: Span): void {
    this.problems.push({ message, span: { start, end } });
  }

  /** The first problem since the last call, or null. */
  takeProblem(): SyntaxProblem | null {
    const problem = this.problems[this.#told] ?? null;
    this.#told = this.problems.length;
    return problem;
  }

  invalidExpression(message: string, { start, end }: Span): InvalidExpression {
    this.problem(message, { start, end });
    return { kind: "InvalidExpression", start, end, message };
  }

  remarksOf(start: number): Remarks {
    return this.scan.remarks.ofLine.get(start) ?? NO_REMARKS;
  }

  /** The expression a node has become; for one that became none (punctuation gone astray), an invalid one. */
  expression(node: SyntaxNode | null | undefined, within: Span): Expression {
    if (node?.expression) return node.expression;
    return this.invalidExpression("expected an expression", node ?? within);
  }

  /** The expressions of all named children. */
  expressions(node: SyntaxNode): Expression[] {
    const result: Expression[] = [];
    for (const child of node.children) {
      if (child.named) result.push(this.expression(child, node));
    }
    return result;
  }

  block(node: SyntaxNode | null, within: Span): Block {
    if (node === null) return { start: within.end, end: within.end, body: [], trailing: [] };
    const body = node.children.flatMap((child) => (child.statement === null ? [] : [child.statement]));
    const start = body[0]?.start ?? node.start;
    return {
      start,
      end: body.at(-1)?.end ?? node.end,
      body,
      trailing: this.scan.remarks.ofBlock.get(start) ?? [],
    };
  }
}
