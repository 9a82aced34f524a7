import { IntegerRows } from "./integer-rows.ts";

/** Starts and ends of tokens in a row. */
export class TokenSpans {
  readonly #rows: IntegerRows;

  /** `expected` tokens need no growth. */
  constructor(expected: number) {
    this.#rows = new IntegerRows(2, expected);
  }

  push(start: number, end: number): void {
    const at = this.#rows.add();
    const { numbers } = this.#rows;
    numbers[at] = start;
    numbers[at + 1] = end;
  }

  get count(): number {
    return this.#rows.count;
  }

  start(index: number): number {
    return this.#rows.numbers[2 * index]!;
  }

  end(index: number): number {
    return this.#rows.numbers[2 * index + 1]!;
  }

  /** Takes the tokens `from` up to, not including, `to` away. */
  remove(from: number, to: number): void {
    this.#rows.remove(from, to);
  }

  pop(): void {
    this.#rows.remove(this.count - 1, this.count);
  }

  /** Start and end of each token in turn. */
  get offsets(): Int32Array {
    return this.#rows.numbers.subarray(0, this.#rows.used);
  }
}
