import { LogicalLines } from "./logical-lines.ts";
import type { RemarkCollector } from "./remarks.ts";
import type { ScanProblem } from "./scan.ts";

/** CPython's own limit (`MAXINDENT`). */
const DEEPEST_INDENTATION = 100;

/** The logical lines of a file and the blocks they form, by CPython's rules for indentation. */
export class BlockStructure {
  readonly lines: LogicalLines;
  /** How many blocks are open at most. */
  deepest = 0;

  // Open blocks, outermost first, with the offset of their first token.
  readonly #blocks: { readonly column: number; readonly first: number }[] = [{ column: 0, first: -1 }];
  readonly #remarks: RemarkCollector;
  readonly #problems: ScanProblem[];

  constructor(lines: LogicalLines, remarks: RemarkCollector, problems: ScanProblem[]) {
    this.lines = lines;
    this.#remarks = remarks;
    this.#problems = problems;
  }

  get isTopLevel(): boolean {
    return this.#blocks.length === 1;
  }

  /** Opens or ends blocks for a logical line that is to be added, from its first token at `start` on. */
  begin(start: number, column: number): void {
    if (column > this.#blocks.at(-1)!.column) {
      if (!this.#opened()) this.#misplaced("this line is indented more than the block it is in", start);
      else if (this.#blocks.length >= DEEPEST_INDENTATION) this.#misplaced("too many levels of indentation", start);
      this.#blocks.push({ column, first: start });
      this.deepest = Math.max(this.deepest, this.#blocks.length - 1);
    } else {
      this.#checkBlockFollows();
      while (column < this.#blocks.at(-1)!.column) this.#endBlock();
      if (column !== this.#blocks.at(-1)!.column) {
        this.#misplaced("this indentation does not match any block around it", start);
      }
    }
  }

  endFile(): void {
    this.#checkBlockFollows();
    while (!this.isTopLevel) this.#endBlock();
  }

  #endBlock(): void {
    const { column, first } = this.#blocks.pop()!;
    this.#remarks.endBlock(first, column);
  }

  /** Whether the last line needs a block below it. */
  #opened(): boolean {
    return this.lines.count > 0 && this.lines.at(this.lines.count - 1).opensBlock;
  }

  #checkBlockFollows(): void {
    if (!this.#opened()) return;
    const line = this.lines.count - 1;
    const { start, end } = this.lines.at(line);
    const message = "expected an indented block after this line";
    this.#problems.push({ message, span: { start, end }, line, indentation: false });
  }

  #misplaced(message: string, start: number): void {
    this.#problems.push({ message, span: { start, end: start }, line: this.lines.count, indentation: true });
  }
}
