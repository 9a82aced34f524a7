/**
 * The choices that make a program, one number each. The generator reads them from the front; where they have run out every choice
 * is the first, so that a shorter tape, or one of smaller numbers, makes a simpler program: that is how a program shrinks.
 */
export class Tape {
  readonly #numbers: readonly number[];
  #position = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  get isEmpty(): boolean {
    return this.#position >= this.#numbers.length;
  }

  /** A number from 0 to `count` - 1. */
  below(count: number): number {
    const number = this.#numbers[this.#position] ?? 0;
    this.#position++;
    return number % count;
  }
}
