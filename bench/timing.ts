import process from "node:process";

/**
 * CPU time in milliseconds (user and system, all threads) that each piece of work takes: the median of `rounds`, after `warmUp` others. The pieces take turns, so that whatever else the machine does strikes all of them alike.
 */
export async function cpuTimes<K extends string>(
  work: Readonly<Record<K, () => unknown>>,
  warmUp: number,
  rounds = 15,
): Promise<Record<K, number>> {
  const names = Object.keys(work) as K[];
  const times = Object.fromEntries(names.map((name): [K, number[]] => [name, []])) as Record<K, number[]>;
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const before = process.cpuUsage();
      await work[name]();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times[name].push((user + system) / 1000);
      // The native binding frees trees between turns of the event loop only.
      await nextTurn();
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<K, number>;
}

/** Milliseconds by the clock: the median of eleven runs, after three that warm up. */
export async function clockTime(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = -3; run < 11; run++) {
    const start = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
