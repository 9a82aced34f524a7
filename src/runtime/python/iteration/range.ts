import { ValueError } from "../exceptions/ValueError.ts";

/** `range(stop)`, `range(start, stop[, step])`: a list of ints. */
export function range(stop: number): number[];
export function range(start: number, stop: number, step?: number): number[];
export function range(first: number, second?: number, step = 1): number[] {
  if (step === 0) throw new ValueError("range() step argument must not be zero");
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  return Array.from({ length: Math.max(0, Math.ceil((stop - start) / step)) }, (_, count) => start + count * step);
}
