import { isDeepStrictEqual } from "node:util";
import type { Python } from "../../../../src/verify/find-python.ts";
import { isListed, isReported } from "./isReported.ts";
import type { Player, Row, Suite } from "./Suite.ts";

/** What a row came to beside its recording. */
export interface Verdict {
  readonly suite: string;
  readonly row: Row;
  /** `listed`: the row is equal, though the list says that it differs. */
  readonly kind: "equal" | "reported" | "different" | "listed";
  readonly expected: unknown;
  readonly found: unknown;
}

/** Whether an outcome is what CPython did, or for a race one of the things that it did. */
export function agrees(row: Row, expected: unknown, found: unknown): boolean {
  if (row.race !== true) return isDeepStrictEqual(found, expected);
  return Array.isArray(expected) && expected.some((one) => isDeepStrictEqual(found, one));
}

/** Plays the rows of a suite with the runtime. */
export async function* playSuite(suite: Suite, wanted: (row: Row) => boolean): AsyncGenerator<Verdict> {
  const player = await suite.runtime();
  for (const row of suite.rows.filter(wanted)) {
    const expected = suite.recorded.get(row.key);
    const found = await patiently(player, row);
    const equal = expected !== undefined && agrees(row, expected, found);
    const kind = equal
      ? isListed(suite, row)
        ? "listed"
        : "equal"
      : isReported(suite, row, player.diagnosed?.(row) ?? [], expected, found)
        ? "reported"
        : "different";
    yield { suite: suite.name, row, kind, expected, found };
  }
  await player.close();
}

/** A row that does not end is an error, not a wait for ever. */
async function patiently(player: Player, row: Row): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end of ${row.key}`)), 120_000);
  });
  return Promise.race([player.play(row), late]).finally(() => clearTimeout(timer));
}

/** How often a race is run to see all that it can come to. */
const RACES = 12;

/** What CPython does now, by the row's key. */
export async function playPython(
  suite: Suite,
  python: Python,
  wanted: (row: Row) => boolean,
): Promise<Map<string, unknown>> {
  const player = await suite.python(python);
  const outcomes = new Map<string, unknown>();
  for (const row of suite.rows.filter(wanted)) {
    if (row.race !== true) {
      outcomes.set(row.key, await patiently(player, row));
      continue;
    }
    const seen = new Map<string, unknown>();
    for (let run = 0; run < RACES; run++) {
      const outcome = await patiently(player, row);
      seen.set(JSON.stringify(outcome), outcome);
    }
    outcomes.set(row.key, [...seen.values()]);
  }
  await player.close();
  return outcomes;
}
