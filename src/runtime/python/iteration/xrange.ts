import { ValueError } from "../exceptions/ValueError.ts";

/** `xrange(start, stop, step)`, for what is too long to be made a list. It can be gone through more than once. */
export function xrange(start: number, stop: number, step = 1): Iterable<number> {
  if (step === 0) throw new ValueError("xrange() arg 3 must not be zero");
  return {
    *[Symbol.iterator]() {
      for (let value = start; step > 0 ? value < stop : value > stop; value += step) yield value;
    },
  };
}
