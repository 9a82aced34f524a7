import type { Untold } from "../Untold.ts";
import { ValueError } from "../exceptions/ValueError.ts";

/** `itertools.islice(items, start, stop, step)`; takes no item beyond those it needs. A stop of null is none. */
export function islice<T = Untold>(
  items: Iterable<T>,
  start: number,
  stop: number | null,
  step = 1,
): Generator<T, undefined> {
  const range = "must be None or an integer: 0 <= x <= maxint.";
  if (stop === -1) throw new ValueError(`Stop argument for islice() ${range}`);
  if (start < 0 || (stop !== null && stop < 0)) {
    throw new ValueError(`Indices for islice() ${range}`);
  }
  if (step < 1) throw new ValueError("Step for islice() must be a positive integer or None.");
  // What stands before the start is taken, even beyond the stop.
  return each(items, start, stop === null ? Infinity : Math.max(start, stop), step);
}

function* each<T>(items: Iterable<T>, start: number, end: number, step: number): Generator<T, undefined> {
  const iterator = items[Symbol.iterator]();
  for (let at = 0, next = start; at < end; at++) {
    const { done, value } = iterator.next();
    if (done === true) return;
    if (at !== next) continue;
    yield value;
    next += step;
  }
}
