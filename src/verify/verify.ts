import type { Case, Mark } from "./case.ts";
import { compare, type Difference } from "./compare.ts";
import type { Gate } from "./gate.ts";
import type { Observation } from "./observation.ts";
import { observe } from "./observe.ts";
import type { Program } from "./run-program.ts";

/**
 * Runs a program on a case and says what it did otherwise than expected. When gaps differ it is run again, alone, up to
 * three times: on a busy machine that may have been the machine's doing, whatever else is different.
 */
export async function verify(
  program: Program,
  scenario: Case,
  expected: Observation,
  gate: Gate,
): Promise<readonly Difference[]> {
  const attempt = async () => {
    const { observation } = await observe(program, scenario);
    return compare(expected, scenario.stopsAtMark === undefined ? observation : withoutMarkText(observation));
  };
  const differences = await gate.share(attempt);
  return again(() => gate.alone(attempt), differences, RETRIES_FOR_TIME);
}

/** A loaded machine may be late more than once; a translation that waits wrongly is wrong each time. */
const RETRIES_FOR_TIME = 3;

async function again(
  attempt: () => Promise<readonly Difference[]>,
  last: readonly Difference[],
  left: number,
): Promise<readonly Difference[]> {
  if (left === 0 || !last.some(({ aspect }) => aspect === "gaps")) return last;
  return again(attempt, await attempt(), left - 1);
}

/** What is expected of a translation that runs into the mark with this code: all that Python did until there, and its end. */
export function untilMark(recording: Observation, mark: Mark, code: string): Observation {
  return {
    ...recording,
    requests: recording.requests.slice(0, mark.requests),
    gaps: recording.gaps.slice(0, Math.max(mark.requests - 1, 0)),
    stdout: mark.stdout,
    exception: `UntranslatedError: ${code}`,
    exit: 1,
    files: {},
  };
}

/** The error of a mark goes on with Python text; its code is what counts. */
function withoutMarkText(observation: Observation): Observation {
  return { ...observation, exception: observation.exception?.replace(/^(UntranslatedError: U\d+):.*/, "$1") ?? null };
}

/** For people: one paragraph for each difference. */
export function describeDifferences(differences: readonly Difference[]): string {
  return differences
    .map(
      ({ aspect, where, expected, actual }) => `${aspect}: ${where}\n  expected: ${expected}\n  actual:   ${actual}\n`,
    )
    .join("");
}
