// Runs random Python programs under CPython 2.7 and, translated, under Node:  npm run fuzz -- --runs 2000 --seed 1
// --record writes down what CPython does with the programs of the test suite. --typed N type-checks N programs of each 200 (default 20), --most N ends after N that differ (default 10).
import process from "node:process";
import { parseArgs } from "node:util";
import { fuzz } from "../test/fuzz/fuzz.ts";
import * as programs from "../test/fuzz/generate/program.ts";
import { describeFound } from "../test/fuzz/describe-found.ts";
import { fixedPrograms, fixedRecording } from "../test/fuzz/recording.ts";
import { openNode, openPython } from "../test/fuzz/run/sides.ts";
import { requirePython } from "./require-python.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    typed: { type: "string", default: "20" },
    most: { type: "string", default: "10" },
    record: { type: "boolean", default: false },
  },
});
const python = await requirePython();
const [py, node] = [openPython(python), openNode()];
if (values.record) {
  const fixed = fixedPrograms();
  fixedRecording.write(fixed, await py.run(fixed));
  py.end();
  console.log(`${fixed.length} programs recorded`);
  process.exit();
}
const [runs, seed, typed, most] = [values.runs, values.seed, values.typed, values.most].map(Number) as [
  number,
  number,
  number,
  number,
];
const started = performance.now();
const tally = await fuzz(
  { programs, runs, seed, typed, most, onFound: (found) => console.log(describeFound(found)) },
  {
    python: (programs) => py.run(programs),
    node: (modules) => node.run(modules),
  },
);
py.end();
node.end();
console.log(tally.text());
console.log(`\n${((performance.now() - started) / tally.runs).toFixed(1)} ms a program`);
if ((tally.kinds.get("different") ?? 0) + (tally.kinds.get("crashed") ?? 0) + tally.illTyped > 0) process.exitCode = 1;
