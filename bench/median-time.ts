/** Milliseconds that a piece of work takes: the median of eleven runs, after three that warm up. */
export async function medianTime(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = -3; run < 11; run++) {
    const start = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[5] ?? Number.NaN;
}
