/**
 * Rows of 32-bit integers, all of one width, that grow at the end. A long file has a row for each of its tokens and lines, all there at
 * once: as objects, or in an array of numbers, they would be copied and searched for pointers again and again by the garbage collector.
 */
export class IntegerRows {
  /** The numbers of all rows in turn, and room for more. */
  numbers: Int32Array;
  /** How many of `numbers` are in use. */
  used = 0;
  readonly #width: number;

  /** `expected` rows need no growth. */
  constructor(width: number, expected: number) {
    this.#width = width;
    this.numbers = new Int32Array(width * expected);
  }

  get count(): number {
    return this.used / this.#width;
  }

  /** Adds a row, for the caller to fill in: the index of its first number. */
  add(): number {
    const at = this.used;
    if (at === this.numbers.length) {
      const larger = new Int32Array(2 * at + 16 * this.#width);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.used += this.#width;
    return at;
  }

  /** Takes the rows `from` up to, not including, `to` away. */
  remove(from: number, to: number): void {
    this.numbers.copyWithin(this.#width * from, this.#width * to, this.used);
    this.used -= this.#width * (to - from);
  }
}
