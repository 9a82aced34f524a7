// Plays every row of the HTTP contract with the runtime, and compares with what CPython 2.7 did:
//   npm run check:http -- [--node PATH] [--suite NAME] [--record] [--no-python] [PART OF A ROW…]
// Without --no-python the recordings themselves are compared with a live 2.7, where there is one; --record writes them anew.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { findPython } from "../src/verify/find-python.ts";
import { agrees, playPython, playSuite } from "../test/runtime/http/contract/playSuite.ts";
import type { Verdict } from "../test/runtime/http/contract/playSuite.ts";
import type { Row, Suite } from "../test/runtime/http/contract/Suite.ts";
import { suites as allSuites } from "../test/runtime/http/contract/suites.ts";

const { values, positionals } = parseArgs({
  options: {
    node: { type: "string" },
    suite: { type: "string" },
    record: { type: "boolean", default: false },
    "no-python": { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const suites = allSuites.filter(({ name }) => (values.suite ?? name) === name);
const wanted = (row: Row): boolean =>
  positionals.length === 0 || positionals.some((part) => `${row.section} ${row.key}`.includes(part));

/** Each row with what CPython does and did. */
async function checkRecording(suite: Suite): Promise<number> {
  const python = values["no-python"] ? null : await findPython();
  if (python === null) {
    console.log(`${suite.name}: ${suite.rows.length} recordings of CPython 2.7, not checked again`);
    return 0;
  }
  const live = await playPython(suite, python, wanted);
  const stale = suite.rows.filter((row) => {
    const now = live.get(row.key);
    const before = suite.recorded.get(row.key);
    if (row.race !== true) return live.has(row.key) && !agrees(row, before, now);
    return live.has(row.key) && !(now as unknown[]).some((one) => agrees(row, before, one));
  });
  for (const row of stale) show(row, suite.recorded.get(row.key), live.get(row.key));
  console.log(`${suite.name}: ${live.size} recordings checked with ${python.version}, ${stale.length} differ`);
  return stale.length;
}

async function record(suite: Suite): Promise<void> {
  const python = await findPython();
  if (python === null) throw new Error("no CPython 2.7 found");
  const live = await playPython(suite, python, wanted);
  const kept = suite.rows.map((row): [string, unknown] => [row.key, live.get(row.key) ?? suite.recorded.get(row.key)]);
  suite.record(new Map(kept.filter(([, outcome]) => outcome !== undefined)));
  console.log(`${suite.name}: ${live.size} rows recorded with ${python.version}`);
}

function show(row: Row, expected: unknown, found: unknown): void {
  console.log(`  ${row.key}\n    CPython ${JSON.stringify(expected)}\n    found   ${JSON.stringify(found)}`);
}

async function check(): Promise<number> {
  const verdicts: Verdict[] = [];
  for (const suite of suites) {
    for await (const verdict of playSuite(suite, wanted)) {
      verdicts.push(verdict);
      const { kind, row, expected, found } = verdict;
      if (kind === "different") show(row, expected, found);
      if (kind === "listed") console.log(`  ${row.key}\n    is equal, and on the list of what differs`);
    }
  }
  const count = (kind: Verdict["kind"]): number => verdicts.filter((verdict) => verdict.kind === kind).length;
  const different = count("different") + count("listed");
  const sections = new Map<string, number>();
  for (const { row } of verdicts) sections.set(row.section, (sections.get(row.section) ?? 0) + 1);
  for (const [section, rows] of sections) console.log(`${String(rows).padStart(5)}  ${section}`);
  console.log(
    `Node ${process.versions.node}: ${verdicts.length} rows: ${count("equal")} equal, ${count("reported")} reported, ${different} different`,
  );
  return different;
}

if (values.node !== undefined) {
  const rest = process.argv.slice(2).filter((arg, at, all) => arg !== "--node" && all[at - 1] !== "--node");
  const args = ["--import", import.meta.resolve("tsx"), import.meta.filename, ...rest];
  process.exitCode = spawnSync(values.node, args, { stdio: "inherit" }).status ?? 1;
} else if (values.record) {
  for (const suite of suites) await record(suite);
} else {
  let wrong = 0;
  for (const suite of suites) wrong += await checkRecording(suite);
  wrong += await check();
  process.exitCode = wrong > 0 ? 1 : 0;
}
