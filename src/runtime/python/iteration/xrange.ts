import { ValueError } from "../exceptions/ValueError.ts";

/** `xrange(start, stop, step)`, for what is too long to be made a list. */
export function* xrange(start: number, stop: number, step = 1): Generator<number, undefined> {
  if (step === 0) throw new ValueError("xrange() arg 3 must not be zero");
  for (let value = start; step > 0 ? value < stop : value > stop; value += step) yield value;
}
