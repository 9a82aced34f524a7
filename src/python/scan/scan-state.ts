import type { Span } from "../ast.ts";
import { BlockStructure } from "./block-structure.ts";
import { DialectEvidence } from "./dialect.ts";
import { Edits, type Rewrite } from "./edits.ts";
import { FutureImports } from "./future-imports.ts";
import { LiteralRuns } from "./literal-runs.ts";
import { LogicalLines } from "./logical-lines.ts";
import { RemarkCollector } from "./remarks.ts";
import type { ScanProblem } from "./scan.ts";
import { TokenSpans } from "./token-spans.ts";

interface Bracket {
  readonly opener: string;
  readonly at: number;
  /** There is nothing between it and its closer but the next pair; see `openNestedParentheses`. */
  readonly wraps: boolean;
  /** The grammar does not see it. */
  readonly hidden: boolean;
}

/**
 * Where a scan is in its file, what it remembers of the line and the token before, and all it has found. The files of this folder
 * share it: each knows how to read one kind of token and what follows from it.
 */
export class ScanState {
  readonly text: string;
  /** Offset of the next character to read. */
  at = 0;

  // What was found; see `Scan`.
  readonly edits: Edits;
  tokens: TokenSpans | null;
  readonly literalRuns = new LiteralRuns();
  readonly problems: ScanProblem[] = [];
  /** Problems only if the file turns out to be Python 2. */
  readonly python3Syntax: ScanProblem[] = [];
  readonly remarks = new RemarkCollector();
  readonly lines: LogicalLines;
  readonly structure: BlockStructure;
  readonly strings = new Map<number, Span[]>();
  readonly prints = new Set<number>();
  readonly chevrons = new Set<number>();
  readonly execs = new Set<number>();
  readonly backticks = new Set<number>();
  readonly futures = new FutureImports();
  readonly evidence = new DialectEvidence();

  /** Brackets and backticks that are open, outermost first. */
  readonly brackets: Bracket[] = [];
  /** Where the bracket was opened that was closed last. */
  lastClosed = -1;
  /** Whether nested parentheses are taken on trust, and whether one turned out to hold something else. */
  readonly trusting: boolean;
  betrayed = false;

  // The logical line.
  /** Where it begins; -1 between lines. */
  lineStart = -1;
  firstWord = "";
  isHeader = false;
  headerEnded = false;
  /** Lambdas outside brackets, and between the parentheses of a definition, whose colon is still to come. */
  lambdas = 0;
  parameterLambdas = 0;

  // The statement: several may share a line.
  statementWord = "";
  statementStart = -1;
  atStatementStart = false;
  execWantsIn = false;
  /** Depth of the parentheses of `print (…)` where print may be a function; else -1. */
  printCall = -1;
  /** Whether an `async def` was met: in those `await` is a keyword. */
  asyncFunction = false;

  // The previous token: its text if a word or operator, and whether an operand ended with it.
  previous = "";
  previousStart = 0;
  previousEnd = 0;
  afterOperand = false;
  /** Where the token that is being read begins. */
  tokenStart = 0;
  /** Of dots in a row, the first. */
  firstDot = -1;

  constructor(text: string, trusting: boolean) {
    this.text = text;
    this.trusting = trusting;
    this.edits = new Edits(text.length >> 5);
    this.tokens = new TokenSpans(text.length >> 3);
    this.lines = new LogicalLines(text.length >> 5);
    this.structure = new BlockStructure(this.lines, this.remarks, this.problems);
  }

  /** Ends the token that began at `tokenStart` and reaches to `at`. */
  endToken(text: string, operand: boolean): void {
    if (this.atStatementStart) this.statementWord = text;
    if (this.tokens !== null) {
      this.tokens.push(this.tokenStart, this.at);
      this.literalRuns.next(text, this.brackets.length > 0, this.tokens);
    }
    this.previous = text;
    this.previousStart = this.tokenStart;
    this.previousEnd = this.at;
    this.afterOperand = operand;
    this.atStatementStart = false;
  }

  edit(start: number, end: number, rewrite: Rewrite, column = 0): void {
    this.edits.add(start, end, rewrite, column);
  }

  problem(message: string, start: number, end: number): void {
    this.problems.push(this.#problemHere(message, start, end));
  }

  /** Syntax that Python 2.7 refuses: evidence of Python 3, and a problem if the file is Python 2 all the same. */
  python3(what: string, start: number): void {
    this.python3Only(`${what} is Python 3's`, start, this.at);
  }

  python3Only(message: string, start: number, end: number): void {
    this.evidence.python3();
    this.python3Syntax.push(this.#problemHere(message, start, end));
  }

  /** An operand follows directly: after `print` and `exec` that is Python 2's statement. */
  notAfterPrint(): void {
    if ((this.previous === "print" || this.previous === "exec") && !this.afterOperand) this.evidence.python2();
  }

  /** Tells of the innermost bracket that is still open, and takes all of them for closed. */
  giveUpBrackets(): void {
    const open = this.brackets.at(-1);
    if (open === undefined) return;
    this.problem(`'${open.opener}' is never closed`, open.at, open.at + 1);
    this.brackets.length = 0;
  }

  #problemHere(message: string, start: number, end: number): ScanProblem {
    return { message, span: { start, end }, line: this.lines.count - 1, indentation: false };
  }
}
