import type { Block, Expression, InvalidExpression, Num, Span, Statement, SyntaxProblem } from "../ast.ts";
import { EMPTY, trimmed } from "../kept-list.ts";
import type { Encoding } from "../encodings.ts";
import { numberLiteral } from "../number-literal.ts";
import { NO_REMARKS, type Remarks } from "../scan/remarks.ts";
import type { LiteralRun } from "../scan/literal-runs.ts";
import type { Scan } from "../scan/scan.ts";
import { lowerLiteral } from "./literals.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** Where Python 2.7 has these (arguments, parameters, subscripts), the parent reads them itself. */
const PYTHON3_ONLY: Readonly<Record<string, string>> = {
  list_splat: "a starred expression",
  list_splat_pattern: "a starred target",
  ellipsis: "'...' outside a subscript",
};

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/** What may stand among others (in a tuple, list or set), but nowhere alone. */
const ONLY_AMONG_OTHERS: ReadonlySet<string> = new Set(["list_splat", "list_splat_pattern"]);

/** What lowering needs besides the tree, and where it tells what it could not accept. */
export class Context {
  readonly text: string;
  readonly scan: Scan;
  readonly encoding: Encoding;
  /** Messages of the stretches left out of the skeleton, by start. */
  readonly invalid: ReadonlyMap<number, string>;
  /** Runs of literals that have not become expressions yet, by the start of the literal that the tree has for each. */
  readonly runs: Map<number, LiteralRun>;
  readonly problems: SyntaxProblem[] = [];
  /** By its end, each `value as target` that the grammar has inside the expression it belongs to. */
  readonly aliases = new Map<number, { readonly value: SyntaxNode; readonly target: SyntaxNode }>();
  /** Open function nodes with a `yield` of their own. */
  readonly generators = new Set<SyntaxNode>();
  /** The first `return` with a value, by open function node. */
  readonly valueReturns = new Map<SyntaxNode, Span>();
  /** Outermost function nodes whose names may be against the rules. */
  readonly suspects = new Set<SyntaxNode>();
  /** Whether a `with` was met that enters several managers. */
  severalManagers = false;
  readonly #words = new Map<string, string>();
  readonly #numbers = new Map<string, Num["number"] | null>();
  #told = 0;
  /** Whether syntax was met that only Python 3 has. */
  python3Syntax = false;

  constructor(
    text: string,
    scan: Scan,
    encoding: Encoding,
    invalid: ReadonlyMap<number, string>,
    runs: Map<number, LiteralRun> = new Map(),
  ) {
    this.text = text;
    this.scan = scan;
    this.encoding = encoding;
    this.invalid = invalid;
    this.runs = runs;
  }

  /** The same string for a word wherever it stands, so that a tree keeps each once. */
  intern(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, word);
    return word;
  }

  /** The value of a number; null where it is none. */
  numberOf(span: Span): Num["number"] | null {
    const text = this.textOf(span);
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = numberLiteral(text)));
    return number;
  }

  textOf(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** Whether what ends at an offset is a string literal, of all that the skeleton has names for. */
  isString(end: number): boolean {
    const last = this.text.charCodeAt(end - 1);
    return last === DOUBLE_QUOTE || last === SINGLE_QUOTE;
  }

  /** Whether the string literal at an offset is an f-string. */
  isFormatted(start: number): boolean {
    const first = this.text[start]!;
    return (
      first === "f" || first === "F" || ((first === "r" || first === "R") && /[fF]/.test(this.text[start + 1] ?? ""))
    );
  }

  isLeftOut(start: number): boolean {
    return this.invalid.size > 0 && this.invalid.has(start);
  }

  /** The text of a name that can only be a name; dots are for the caller to look at where `dotted`. */
  nameOf(node: Span, dotted = false): string {
    const text = this.intern(this.textOf(node));
    if (this.isString(node.end)) this.problem("expected a name, found a string", node);
    else if (!dotted && text.includes(".")) this.problem("unexpected '.' in a name", node);
    return text;
  }

  problem(message: string, { start, end }: Span): void {
    this.problems.push({ message, span: { start, end } });
  }

  /** Tells of syntax that the scanner takes no notice of and Python 2.7 refuses. */
  python3Only(what: string, span: Span): void {
    if (this.scan.dialect === "python3") return;
    this.python3Syntax = true;
    this.problem(`${what} is Python 3's`, span);
  }

  /** Tells of what Python 2.7 refuses and Python 3 allows, but which is not evidence of Python 3. */
  python2Refuses(what: string, span: Span): void {
    if (this.scan.dialect === "python2") this.problem(`${what} is not allowed`, span);
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
    if (!node?.expression) return this.invalidExpression("expected an expression", node ?? within);
    const { expression } = node;
    if (expression.kind !== "Starred" && node.type !== "ellipsis") return expression;
    if (ONLY_AMONG_OTHERS.has(node.type)) this.problem("unexpected '*'", node);
    return this.#checked(node, expression);
  }

  /** Adds the literals that the tree does not have, of a run of which the last one in a list is the first. */
  addRun(list: Expression[]): void {
    const first = list.at(-1);
    const run = this.runs.size > 0 && first !== undefined ? this.runs.get(first.start) : undefined;
    if (run === undefined) return;
    this.runs.delete(run.first);
    for (let at = 0; at < run.rest.length; at += 2) {
      list.push(lowerLiteral({ start: run.rest[at]!, end: run.rest[at + 1]! }, this));
    }
  }

  /** The expressions of all named children: elements of a tuple, list or set. */
  expressions(node: SyntaxNode): readonly Expression[] {
    const result: Expression[] = [];
    for (const child of node.children) {
      if (!child.named) continue;
      if (child.type === "yield") this.problem("yield needs parentheses here", child);
      const { expression } = child;
      if (expression === null) result.push(this.expression(child, node));
      else
        result.push(
          expression.kind === "Starred" || child.type === "ellipsis" ? this.#checked(child, expression) : expression,
        );
      if (this.runs.size > 0) this.addRun(result);
    }
    return trimmed(result);
  }

  #checked(node: SyntaxNode, expression: Expression): Expression {
    const only = PYTHON3_ONLY[node.type];
    if (only !== undefined) this.python3Only(only, node);
    return expression;
  }

  block(node: SyntaxNode | null, within: Span): Block {
    if (node === null) return { start: within.end, end: within.end, body: EMPTY, trailing: EMPTY };
    const body: Statement[] = [];
    for (const { statement } of node.children) if (statement !== null) body.push(statement);
    const start = body[0]?.start ?? node.start;
    return {
      start,
      end: body.at(-1)?.end ?? node.end,
      body: trimmed(body),
      trailing: this.scan.remarks.ofBlock.get(start) ?? EMPTY,
    };
  }
}
