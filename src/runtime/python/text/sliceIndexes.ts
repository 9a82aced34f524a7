/** The indexes that `[start:stop:step]` takes of a sequence, in order. Null is a bound that is left out; the step is not 0. */
export function sliceIndexes(length: number, start: number | null, stop: number | null, step: number): number[] {
  const [low, high] = step < 0 ? [-1, length - 1] : [0, length];
  const clamp = (position: number): number =>
    Math.min(Math.max(position < 0 ? position + length : position, low), high);
  const from = start === null ? (step < 0 ? high : low) : clamp(start);
  const to = stop === null ? (step < 0 ? low : high) : clamp(stop);
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, count) => from + count * step);
}
