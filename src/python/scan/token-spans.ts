/** Starts and ends of tokens in a row. A million of them in an array of numbers would be copied and searched for pointers again and again. */
export class TokenSpans {
  #offsets: Int32Array;
  #length = 0;

  /** `expected` tokens need no growth. */
  constructor(expected: number) {
    this.#offsets = new Int32Array(2 * expected);
  }

  push(start: number, end: number): void {
    if (this.#length === this.#offsets.length) this.#grow();
    this.#offsets[this.#length++] = start;
    this.#offsets[this.#length++] = end;
  }

  get count(): number {
    return this.#length / 2;
  }

  start(index: number): number {
    return this.#offsets[2 * index]!;
  }

  end(index: number): number {
    return this.#offsets[2 * index + 1]!;
  }

  /** Takes the tokens `from` up to, not including, `to` away. */
  remove(from: number, to: number): void {
    this.#offsets.copyWithin(2 * from, 2 * to, this.#length);
    this.#length -= 2 * (to - from);
  }

  pop(): void {
    this.#length -= 2;
  }

  /** Start and end of each token in turn. */
  get offsets(): Int32Array {
    return this.#offsets.subarray(0, this.#length);
  }

  #grow(): void {
    const larger = new Int32Array(2 * this.#offsets.length + 64);
    larger.set(this.#offsets);
    this.#offsets = larger;
  }
}
