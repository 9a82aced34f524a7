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

/**
 * Stretches of a file that the skeleton has otherwise, by their starts. A long file has one a line, all there at once: as objects they
 * would be copied again and again by the garbage collector.
 */
export class Edits {
  #numbers: Int32Array;
  #used = 0;

  /** `expected` edits need no growth. */
  constructor(expected: number) {
    this.#numbers = new Int32Array(WIDTH * expected);
  }

  get count(): number {
    return this.#used / WIDTH;
  }

  start(index: number): number {
    return this.#numbers[WIDTH * index]!;
  }

  end(index: number): number {
    return this.#numbers[WIDTH * index + 1]!;
  }

  rewrite(index: number): Rewrite {
    return REWRITES[this.#numbers[WIDTH * index + 2]!]!;
  }

  /** For `indent`: the column; else 0. */
  column(index: number): number {
    return this.#numbers[WIDTH * index + 3]!;
  }

  /** Adds one that starts after all others. */
  add(start: number, end: number, rewrite: Rewrite, column: number): void {
    if (this.#used === this.#numbers.length) this.#grow();
    const at = this.#used;
    this.#numbers[at] = start;
    this.#numbers[at + 1] = end;
    this.#numbers[at + 2] = CODES.get(rewrite)!;
    this.#numbers[at + 3] = column;
    this.#used += WIDTH;
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
    this.#used = WIDTH * this.firstAt(offset);
  }

  /** Of those that start at or after an offset, keeps the ones whose start is `kept`. */
  filterFrom(offset: number, kept: (start: number) => boolean): void {
    const last = this.#used;
    this.dropFrom(offset);
    for (let at = this.#used; at < last; at += WIDTH) {
      if (!kept(this.#numbers[at]!)) continue;
      this.#numbers.copyWithin(this.#used, at, at + WIDTH);
      this.#used += WIDTH;
    }
  }

  /** Gives the one that starts at an offset another rewrite. */
  change(start: number, rewrite: Rewrite): void {
    this.#numbers[WIDTH * this.firstAt(start) + 2] = CODES.get(rewrite)!;
  }

  /** Gives all of one rewrite another. */
  replace(from: Rewrite, to: Rewrite): void {
    const [code, other] = [CODES.get(from)!, CODES.get(to)!];
    for (let at = 2; at < this.#used; at += WIDTH) if (this.#numbers[at] === code) this.#numbers[at] = other;
  }

  #grow(): void {
    const larger = new Int32Array(2 * this.#numbers.length + 16 * WIDTH);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
