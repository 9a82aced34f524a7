// Tries each expression of test/fuzz/battery/templates with each kind of value, under CPython 2.7 and, translated, under Node:  npm run battery -- --kinds unicode,int --only strftime
// --kinds and --areas take names, separated by commas; --only TEXT takes what has the text in its expression; --assumed shows those too that differ under an assumption.
// --most N shows no more than N that differ (default 1000). --record writes down what CPython does with the programs of the test suite.
import process from "node:process";
import { parseArgs } from "node:util";
import { batteryPrograms } from "../test/fuzz/battery/programs.ts";
import { slice, sliceRecording } from "../test/fuzz/battery/recording.ts";
import { differingLines } from "../test/fuzz/describe-found.ts";
import { judge } from "../test/fuzz/judge.ts";
import { openNode, openPython } from "../test/fuzz/run/sides.ts";
import { Tally } from "../test/fuzz/tally.ts";
import { requirePython } from "./require-python.ts";

/** Programs that are judged at once. */
const BATCH = 100;

const { values: options } = parseArgs({
  options: {
    kinds: { type: "string" },
    areas: { type: "string" },
    only: { type: "string", default: "" },
    most: { type: "string", default: "1000" },
    assumed: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});
const python = await requirePython();
const [py, node] = [openPython(python), openNode()];
if (options.record) {
  const programs = slice().map(({ text }) => text);
  sliceRecording.write(programs, await py.run(programs));
  py.end();
  console.log(`${programs.length} programs recorded`);
  process.exit();
}

const among = (names: string | undefined, name: string): boolean =>
  names === undefined || names.split(",").includes(name);
const programs = batteryPrograms().filter(
  ({ kind, area, expression }) =>
    among(options.kinds, kind) && among(options.areas, area) && expression.includes(options.only),
);
const sides = {
  python: (some: readonly string[]) => py.run(some),
  node: (modules: readonly string[]) => node.run(modules),
};
const tally = new Tally();
let shown = 0;
for (let from = 0; from < programs.length; from += BATCH) {
  const batch = programs.slice(from, from + BATCH);
  const judged = await judge(
    batch.map(({ text }) => text),
    sides,
  );
  for (const [i, one] of judged.entries()) {
    const { verdict } = one;
    tally.add(one, "");
    const isShown = ["different", "crashed"].includes(verdict.kind) || (options.assumed && verdict.kind === "assumed");
    if (!isShown || shown >= Number(options.most)) continue;
    shown++;
    const codes = verdict.kind === "assumed" ? ` ${verdict.codes.join(" ")}` : "";
    console.log(`===== ${verdict.kind}${codes}: ${batch[i]!.kind}: ${batch[i]!.expression}`);
    if (verdict.kind === "crashed") console.log(verdict.reason);
    if ("difference" in verdict) console.log(differingLines(verdict.difference));
  }
}
py.end();
node.end();
console.log(tally.text());
if ((tally.kinds.get("different") ?? 0) + (tally.kinds.get("crashed") ?? 0) > 0) process.exitCode = 1;
