import type { Span, SyntaxProblem } from "../ast.ts";
import type { Dialect } from "./dialect.ts";
import type { Edits } from "./edits.ts";
import type { LiteralRun } from "./literal-runs.ts";
import type { LogicalLines } from "./logical-lines.ts";
import type { RemarkTable } from "./remarks.ts";
import { Scanner } from "./scanner.ts";

/** A problem the scanner sees, and the logical lines it spoils. */
export interface ScanProblem extends SyntaxProblem {
  /** Index into `Scan.lines`. */
  readonly line: number;
  /** The line's place among its neighbours is wrong, not (only) the line. */
  readonly indentation: boolean;
}

/** A file's tokens as far as the grammar needs help with them. Offsets point into the text. */
export interface Scan {
  readonly edits: Edits;
  /** Start and end of each token as the grammar divides the skeleton, in order; null where only the grammar can tell (f-strings). */
  readonly tokens: Int32Array | null;
  /** Literals in a row, of which `tokens` has the first alone. */
  readonly literalRuns: readonly LiteralRun[];
  /** Indented by tabs that are wider than the grammar's: the skeleton cannot have the text's own offsets then. */
  readonly wideTabs: boolean;
  readonly lines: LogicalLines;
  /** How many blocks are open at most. */
  readonly deepest: number;
  readonly problems: readonly ScanProblem[];
  readonly remarks: RemarkTable;
  /** String literals joined by standing side by side (none of them an f-string), by the start of the first. */
  readonly strings: ReadonlyMap<number, readonly Span[]>;
  /** Starts of print and exec statements; empty where both are functions. */
  readonly prints: ReadonlySet<number>;
  readonly chevrons: ReadonlySet<number>;
  readonly execs: ReadonlySet<number>;
  /** Offsets of opening backticks. */
  readonly backticks: ReadonlySet<number>;
  readonly futures: ReadonlySet<string>;
  readonly dialect: Dialect;
  /** Whether syntax says so that the other dialect refuses. */
  readonly certain: boolean;
}

/**
 * One pass over a Python file: finds logical lines, comments, string literals and every construct that the grammar reads otherwise
 * than Python 2.7 does. Never fails: what is wrong is told as a problem. With `assumed` the file's own evidence does not count.
 */
export function scan(text: string, assumed: Dialect | null = null): Scan {
  return new Scanner(text, assumed, true).run() ?? new Scanner(text, assumed, false).run()!;
}
