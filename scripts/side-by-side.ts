// Runs Python programs under CPython 2.7 and, translated, under Node, and says for each whether they did the same:
//   npm run side-by-side -- [--argv ARG]… [--stdin TEXT] [--out DIR] [--types] [--faults] FILE.py… | FOLDER…
// A file is a program by itself; a folder is one of several files that starts at its main.py. `equal`; `reported`, with what is
// untranslated; `stopped` by the runtime, which said what it cannot do; `assumed`, different under reported assumptions, to be looked at;
// or `DIFFERENT`, which must not be. --out keeps the TypeScript, --types checks it with tsc --strict.
// --faults runs each program once for each fault of side-by-side/faults.ts, against a server whose address is its first argument.
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { createTwoFilesPatch } from "diff";
import type { Case } from "../src/verify/case.ts";
import { compare, type Difference } from "../src/verify/compare.ts";
import { findPython } from "../src/verify/find-python.ts";
import { Gate } from "../src/verify/gate.ts";
import { observe } from "../src/verify/observe.ts";
import { typeCheck } from "../test/differential/translate-legacy.ts";
import { WORK } from "../test/semantics/run-python.ts";
import { faults } from "./side-by-side/faults.ts";
import { prepare, type BothSides } from "./side-by-side/prepare.ts";

const { values: options, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    argv: { type: "string", multiple: true, default: [] },
    stdin: { type: "string", default: "" },
    out: { type: "string" },
    types: { type: "boolean", default: false },
    faults: { type: "boolean", default: false },
  },
});
const python = await findPython();
if (paths.length === 0 || python === null) {
  console.error(
    python === null ? "no CPython 2.7 found" : "usage: npm run side-by-side -- [options] FILE.py… | FOLDER…",
  );
  process.exit(2);
}
const root = options.out === undefined ? join(WORK, "..", "side-by-side", String(process.pid)) : resolve(options.out);
const given = { script: "", argv: options.argv, stdin: options.stdin, env: { PYTHONIOENCODING: "utf-8" } };
const scenarios: readonly Case[] = options.faults
  ? Object.entries(faults).map(([title, replies]) => ({ ...given, title, argv: ["{base}", ...options.argv], replies }))
  : [{ ...given, title: "" }];
// Faults are mostly waited for.
const gate = new Gate(4);
let failing = 0;
for (const path of paths) {
  const sides = await prepare(python, resolve(path), root);
  const types = options.types ? await typeCheck("typescript", sides.folder) : "";
  const differing = (await Promise.all(scenarios.map((one) => differences(sides, one)))).filter((one) => one !== null);
  if (!report(sides, types, differing)) failing++;
}
if (options.out === undefined) rmSync(root, { recursive: true, force: true });
process.exitCode = failing > 0 ? 1 : 0;

interface Differing {
  readonly title: string;
  readonly differences: readonly Difference[];
}

/** What the two do otherwise each time, as far as Python does the same twice: a busy machine is late now and then. */
async function differences(sides: BothSides, scenario: Case): Promise<Differing | null> {
  const attempt = async () => {
    const theirs = (await observe(sides.python, scenario)).observation;
    const found = compare(theirs, (await observe(sides.node, scenario)).observation);
    // What a program that is killed has not written yet is lost: such an end shows little, and is said.
    const isKilled = typeof theirs.exit === "string";
    if (isKilled) console.log(indented(`CPython did not come to an end: ${sides.name} ${scenario.title}`));
    return { theirs, found: isKilled ? found.filter(({ aspect }) => aspect === "exit") : found };
  };
  if ((await gate.share(attempt)).found.length === 0) return null;
  const again = async (left: number): Promise<Differing | null> => {
    const { theirs, found } = await attempt();
    const unsteady = new Set(compare(theirs, (await observe(sides.python, scenario)).observation).map((d) => d.where));
    const steady = found.filter(({ where }) => !unsteady.has(where));
    if (steady.length === 0) return null;
    const late = steady.every(({ aspect }) => aspect === "gaps");
    return late && left > 0 ? again(left - 1) : { title: scenario.title, differences: steady };
  };
  return gate.alone(() => again(2));
}

/** Prints what came of one program; false where it must not stay so. */
function report({ name, untranslated, assumed }: BothSides, types: string, differing: readonly Differing[]): boolean {
  const stopped = differing.every(({ differences: all }) =>
    all.some(({ actual }) => /UntranslatedError|PrecisionError/.test(actual)),
  );
  let outcome = "DIFFERENT";
  if (untranslated.length > 0) outcome = "reported";
  else if (differing.length === 0) outcome = "equal";
  else if (stopped) outcome = "stopped";
  else if (assumed.length > 0) outcome = "assumed";
  console.log(`${outcome.padEnd(9)} ${name}`);
  for (const line of [...untranslated, ...assumed]) console.log(indented(line));
  if (types !== "") console.log(indented(types.trimEnd()));
  for (const { title, differences: all } of outcome === "reported" ? [] : differing) {
    if (title !== "") console.log(indented(`— ${title}`));
    for (const { where, expected, actual } of all) {
      const patch = createTwoFilesPatch("", "", textOf(expected), textOf(actual), "", "", { context: 1 });
      const lines = patch.split("\n").slice(4, 44);
      console.log(indented(`${where}:\n${lines.join("\n").trimEnd()}`));
    }
  }
  return outcome !== "DIFFERENT" && types === "";
}

function indented(text: string): string {
  return text.replace(/^/gm, "          ");
}

/** What a comparison shows as JSON, as it was. */
function textOf(shown: string): string {
  try {
    const value: unknown = JSON.parse(shown);
    return typeof value === "string" ? value : JSON.stringify(value, null, 1);
  } catch {
    return shown;
  }
}
