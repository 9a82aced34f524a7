import type { Tape } from "../tape.ts";

/** Makes choices by a tape. The first of each list is the plainest, which an empty tape chooses. */
export class Choices {
  readonly #tape: Tape;

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.#tape.below(items.length)]!;
  }

  /** True `times` out of `outOf`; false on an empty tape. */
  chance(times: number, outOf: number): boolean {
    return this.#tape.below(outOf) >= outOf - times;
  }

  number(low: number, high: number): number {
    return low + this.#tape.below(high - low + 1);
  }

  several<T>(low: number, high: number, make: () => T): T[] {
    return Array.from({ length: this.number(low, high) }, make);
  }

  /** One of the usual ones, or now and then an odd one. */
  mostly<T>(usual: readonly T[], odd: readonly T[]): T {
    return this.chance(1, 6) ? this.pick(odd) : this.pick(usual);
  }
}
