import type { Untold } from "../Untold.ts";
import { ValueError } from "../exceptions/ValueError.ts";

/** `itertools.islice(items, start, stop, step)`; takes no item beyond those it needs. A stop of null is none. */
export function* islice<T = Untold>(
  items: Iterable<T>,
  start: number,
  stop: number | null,
  step = 1,
): Generator<T, undefined> {
  if (start < 0 || (stop !== null && stop < 0)) {
    throw new ValueError("Indices for islice() must be None or an integer: 0 <= x <= maxint.");
  }
  if (step < 1) throw new ValueError("Step for islice() must be a positive integer or None.");
  const iterator = items[Symbol.iterator]();
  // What stands before the start is taken, even beyond the stop.
  const end = stop === null ? Infinity : Math.max(start, stop);
  for (let at = 0, next = start; at < end; at++) {
    const { done, value } = iterator.next();
    if (done === true) return;
    if (at !== next) continue;
    yield value;
    next += step;
  }
}
