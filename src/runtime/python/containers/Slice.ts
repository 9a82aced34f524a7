import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { reprMethod } from "../repr/reprMethod.ts";

type Bound = number | null;

/** `slice(start, stop, step)`: what an object of the program is asked for by `x[start:stop:step]`. Null is None. */
export class Slice {
  readonly start: Bound;
  readonly stop: Bound;
  readonly step: Bound;

  constructor(start: Bound, stop: Bound, step: Bound = null) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  /** The start, stop and step of `range` that go over what it takes of a sequence of that length. */
  indices(length: number): [number, number, number] {
    const step = this.step ?? 1;
    if (step === 0) throw new ValueError("slice step cannot be zero");
    if (length < 0) throw new UntranslatedError("U0104", "indices() of a negative length");
    const [low, high] = step < 0 ? [-1, length - 1] : [0, length];
    const place = (bound: Bound, missing: number): number =>
      bound === null ? missing : Math.min(Math.max(bound < 0 ? bound + length : bound, low), high);
    return [place(this.start, step < 0 ? high : low), place(this.stop, step < 0 ? low : high), step];
  }

  [reprMethod](): string {
    const [start, stop, step] = [this.start, this.stop, this.step].map((bound) => (bound === null ? "None" : bound));
    return `slice(${start}, ${stop}, ${step})`;
  }

  toString(): string {
    return this[reprMethod]();
  }
}
