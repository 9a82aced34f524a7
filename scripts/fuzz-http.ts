// Random programs that use urllib2, urllib and httplib against random servers, under CPython 2.7 and, translated, under Node:
//   npm run fuzz:http -- --runs 1000 --seed 1
// --record writes down what CPython does with the programs of the test suite. --typed N type-checks N programs of each 200 (default 5), --most N ends after N that differ (default 10).
import process from "node:process";
import { parseArgs } from "node:util";
import { findPython } from "../src/verify/find-python.ts";
import { describeFound } from "../test/fuzz/describe-found.ts";
import { fuzz } from "../test/fuzz/fuzz.ts";
import * as programs from "../test/fuzz/http/generate/program.ts";
import { Lanes } from "../test/fuzz/http/Lanes.ts";
import { fixedHttpPrograms, httpRecording } from "../test/fuzz/http/recording.ts";
import { openNode, openPython } from "../test/fuzz/run/sides.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    typed: { type: "string", default: "5" },
    most: { type: "string", default: "10" },
    record: { type: "boolean", default: false },
  },
});
const found = await findPython();
if (found === null) {
  console.error("No CPython 2.7 found: looked at PYTHON27, python2.7 on the PATH, and pyenv's versions.");
  process.exit(2);
}
const python = await Lanes.open((variables) => openPython(found, variables));
if (values.record) {
  const fixed = fixedHttpPrograms();
  httpRecording.write(fixed, await python.run(fixed));
  python.end();
  console.log(`${fixed.length} programs recorded`);
  process.exit();
}
const node = await Lanes.open(openNode);
const [runs, seed, typed, most] = [values.runs, values.seed, values.typed, values.most].map(Number) as [
  number,
  number,
  number,
  number,
];
const started = performance.now();
const tally = await fuzz(
  { programs, runs, seed, typed, most, unsteady: true, onFound: (one) => console.log(describeFound(one)) },
  {
    python: (texts) => python.run(texts),
    node: (texts) => node.run(texts),
  },
);
python.end();
node.end();
console.log(tally.text());
console.log(`\n${((performance.now() - started) / tally.runs).toFixed(1)} ms a program`);
if ((tally.kinds.get("different") ?? 0) + (tally.kinds.get("crashed") ?? 0) + tally.illTyped > 0) process.exitCode = 1;
