// Runs the cases under CPython 2.7 and writes down what it did:  npx tsx scripts/record-fixtures.ts [NAME…]
// NAME is the beginning of a case's path under fixtures/cases; without one, all are recorded.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compare } from "../src/verify/compare.ts";
import type { Python } from "../src/verify/find-python.ts";
import { observe } from "../src/verify/observe.ts";
import { pythonProgram } from "../src/verify/python-program.ts";
import { LEGACY, readCases, type CaseFile } from "../test/differential/case-files.ts";
import { requirePython } from "./require-python.ts";

type Verdict = "as before" | "recorded" | `refused: ${string}`;

/** Two runs must agree in everything but timing, and play the server's script to its end. */
async function record({ path, scenario }: CaseFile, python: Python): Promise<Verdict> {
  const program = pythonProgram(python, join(LEGACY, scenario.script));
  const first = await observe(program, scenario);
  const second = await observe(program, scenario);
  const unsteady = compare(first.observation, second.observation).filter(({ aspect }) => aspect !== "gaps");
  if (unsteady.length > 0) return `refused: two runs differ: ${JSON.stringify(unsteady, null, 2)}`;
  const { observation, unscripted, unused } = first;
  if (unscripted > 0) return `refused: ${unscripted} request(s) beyond the server's script`;
  if (unused > 0) return `refused: ${unused} replies of the server's script left over`;
  const mark = scenario.stopsAtMark;
  if (mark !== undefined && !String(observation.stdout).startsWith(mark.stdout)) {
    return `refused: Python does not print ${JSON.stringify(mark.stdout)} first`;
  }
  // A recording that still holds is left alone: its gaps would change by milliseconds each time.
  const before = scenario.recording;
  if (before !== undefined && before.python === python.version && compare(before, observation).length === 0) {
    return "as before";
  }
  const recording = { python: python.version, ...observation, gaps: observation.gaps.map(Math.round) };
  writeFileSync(path, `${JSON.stringify({ ...scenario, recording }, null, 2)}\n`);
  return "recorded";
}

const python = await requirePython();
const wanted = process.argv.slice(2);
const cases = readCases().filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
console.log(`CPython ${python.version}, ${cases.length} cases`);
for (const file of cases) {
  const verdict = await record(file, python);
  console.log(`${file.name}: ${verdict}`);
  if (verdict.startsWith("refused")) process.exitCode = 1;
}
