import type { RemarkCollector } from "./remarks.ts";
import type { ScanProblem } from "./scan.ts";

/** A logical line: one or more statements of one indentation, or the header of a compound statement. */
export interface LogicalLine {
  readonly start: number;
  end: number;
  /** 0-based, tabs to the next multiple of 8. */
  readonly column: number;
  readonly clause: boolean;
  readonly decorator: boolean;
  /** Ends with a header's colon, so that an indented block must follow. */
  opensBlock: boolean;
}

/** CPython's own limit (`MAXINDENT`). */
const DEEPEST_INDENTATION = 100;

/** The logical lines of a file and the blocks they form, by CPython's rules for indentation. */
export class BlockStructure {
  readonly lines: LogicalLine[] = [];
  /** How many blocks are open at most. */
  deepest = 0;

  // Open blocks, outermost first, with the offset of their first token.
  readonly #blocks: { readonly column: number; readonly first: number }[] = [{ column: 0, first: -1 }];
  readonly #remarks: RemarkCollector;
  readonly #problems: ScanProblem[];

  constructor(remarks: RemarkCollector, problems: ScanProblem[]) {
    this.#remarks = remarks;
    this.#problems = problems;
  }

  get isTopLevel(): boolean {
    return this.#blocks.length === 1;
  }

  /** Opens or ends blocks for a new logical line. */
  begin(line: LogicalLine): void {
    if (line.column > this.#blocks.at(-1)!.column) {
      if (!this.lines.at(-1)?.opensBlock) this.#misplaced("this line is indented more than the block it is in", line);
      else if (this.#blocks.length >= DEEPEST_INDENTATION) this.#misplaced("too many levels of indentation", line);
      this.#blocks.push({ column: line.column, first: line.start });
      this.deepest = Math.max(this.deepest, this.#blocks.length - 1);
    } else {
      this.#checkBlockFollows();
      while (line.column < this.#blocks.at(-1)!.column) this.#endBlock();
      if (line.column !== this.#blocks.at(-1)!.column) {
        this.#misplaced("this indentation does not match any block around it", line);
      }
    }
    this.lines.push(line);
  }

  endFile(): void {
    this.#checkBlockFollows();
    while (!this.isTopLevel) this.#endBlock();
  }

  #endBlock(): void {
    const { column, first } = this.#blocks.pop()!;
    this.#remarks.endBlock(first, column);
  }

  #checkBlockFollows(): void {
    const last = this.lines.at(-1);
    if (!last?.opensBlock) return;
    const { start, end } = last;
    const message = "expected an indented block after this line";
    this.#problems.push({ message, span: { start, end }, line: this.lines.length - 1, indentation: false });
  }

  #misplaced(message: string, { start }: LogicalLine): void {
    this.#problems.push({ message, span: { start, end: start }, line: this.lines.length, indentation: true });
  }
}
