import type { TimeDelta } from "./TimeDelta.ts";

/** `sum(deltas, timedelta())`. */
export function sumDeltas(deltas: Iterable<TimeDelta>, start: TimeDelta): TimeDelta {
  let sum = start;
  for (const delta of deltas) sum = sum.add(delta);
  return sum;
}
