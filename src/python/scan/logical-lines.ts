import { IntegerRows } from "./integer-rows.ts";

/** A logical line: one or more statements of one indentation, or the header of a compound statement. */
export interface LogicalLine {
  readonly start: number;
  readonly end: number;
  /** 0-based, tabs to the next multiple of 8. */
  readonly column: number;
  /** Begins with `elif`, `else`, `except` or `finally`. */
  readonly clause: boolean;
  readonly decorator: boolean;
  /** Ends with a header's colon, so that an indented block must follow. */
  readonly opensBlock: boolean;
  /** How many tokens of the file come before it. */
  readonly tokensBefore: number;
}

/** Numbers to a line: start, end, column, tokens before, and its flags. */
const WIDTH = 5;

const CLAUSE = 1;
const DECORATOR = 2;
const OPENS_BLOCK = 4;

/** The logical lines of a file, in order. */
export class LogicalLines {
  readonly #rows: IntegerRows;

  /** `expected` lines need no growth. */
  constructor(expected: number) {
    this.#rows = new IntegerRows(WIDTH, expected);
  }

  get count(): number {
    return this.#rows.count;
  }

  at(index: number): LogicalLine {
    const { numbers } = this.#rows;
    const row = WIDTH * index;
    const flags = numbers[row + 4]!;
    return {
      start: numbers[row]!,
      end: numbers[row + 1]!,
      column: numbers[row + 2]!,
      tokensBefore: numbers[row + 3]!,
      clause: (flags & CLAUSE) !== 0,
      decorator: (flags & DECORATOR) !== 0,
      opensBlock: (flags & OPENS_BLOCK) !== 0,
    };
  }

  column(index: number): number {
    return this.#rows.numbers[WIDTH * index + 2]!;
  }

  /** Adds a line whose end is still to come: see `endLast`. */
  begin(start: number, column: number, tokensBefore: number, clause: boolean, decorator: boolean): void {
    const row = this.#rows.add();
    const { numbers } = this.#rows;
    numbers[row] = start;
    numbers[row + 1] = start;
    numbers[row + 2] = column;
    numbers[row + 3] = tokensBefore;
    numbers[row + 4] = (clause ? CLAUSE : 0) | (decorator ? DECORATOR : 0);
  }

  /** Ends the last line. */
  endLast(end: number, opensBlock: boolean): void {
    const row = this.#rows.used - WIDTH;
    const { numbers } = this.#rows;
    numbers[row + 1] = end;
    if (opensBlock) numbers[row + 4]! |= OPENS_BLOCK;
  }
}
