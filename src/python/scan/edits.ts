import { IntegerRows } from "./integer-rows.ts";

/** What a stretch of text becomes in the skeleton; see `skeletonOf`. */
export type Rewrite = (typeof REWRITES)[number];

const REWRITES = [
  "blank",
  "name",
  "string",
  "print",
  "exec",
  "chevron",
  "in",
  "(",
  ")",
  "&",
  "^",
  "...",
  "indent",
] as const;

const CODES = new Map(REWRITES.map((rewrite, code) => [rewrite, code]));

/** Numbers to an edit: start, end, what it becomes, column. */
const WIDTH = 4;

/** Stretches of a file that the skeleton has otherwise, by their starts. */
export class Edits {
  readonly #rows: IntegerRows;

  /** `expected` edits need no growth. */
  constructor(expected: number) {
    this.#rows = new IntegerRows(WIDTH, expected);
  }

  get count(): number {
    return this.#rows.count;
  }

  start(index: number): number {
    return this.#rows.numbers[WIDTH * index]!;
  }

  end(index: number): number {
    return this.#rows.numbers[WIDTH * index + 1]!;
  }

  rewrite(index: number): Rewrite {
    return REWRITES[this.#rows.numbers[WIDTH * index + 2]!]!;
  }

  /** For `indent`: the column; else 0. */
  column(index: number): number {
    return this.#rows.numbers[WIDTH * index + 3]!;
  }

  /** Adds one that starts after all others. */
  add(start: number, end: number, rewrite: Rewrite, column: number): void {
    const at = this.#rows.add();
    const { numbers } = this.#rows;
    numbers[at] = start;
    numbers[at + 1] = end;
    numbers[at + 2] = CODES.get(rewrite)!;
    numbers[at + 3] = column;
  }

  /** Index of the first that starts at or after an offset; `count` if none does. */
  firstAt(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes those away that start at or after an offset. */
  dropFrom(offset: number): void {
    this.#rows.remove(this.firstAt(offset), this.count);
  }

  /** Of those that start at or after an offset, keeps the ones whose start is `kept`. */
  filterFrom(offset: number, kept: (start: number) => boolean): void {
    let to = this.firstAt(offset);
    for (let index = to; index < this.count; index++) {
      if (!kept(this.start(index))) continue;
      this.#rows.numbers.copyWithin(WIDTH * to, WIDTH * index, WIDTH * (index + 1));
      to++;
    }
    this.#rows.remove(to, this.count);
  }

  /** Gives the one that starts at an offset another rewrite. */
  change(start: number, rewrite: Rewrite): void {
    this.#rows.numbers[WIDTH * this.firstAt(start) + 2] = CODES.get(rewrite)!;
  }

  /** Gives all of one rewrite another. */
  replace(from: Rewrite, to: Rewrite): void {
    const [code, other] = [CODES.get(from)!, CODES.get(to)!];
    const { numbers, used } = this.#rows;
    for (let at = 2; at < used; at += WIDTH) if (numbers[at] === code) numbers[at] = other;
  }
}
