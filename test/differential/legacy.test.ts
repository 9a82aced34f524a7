import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, test } from "vitest";
import { findPython } from "../../src/verify/find-python.ts";
import type { Report } from "../../src/report/report.ts";
import { Gate } from "../../src/verify/gate.ts";
import { pythonProgram } from "../../src/verify/python-program.ts";
import { typescriptProgram } from "../../src/verify/typescript-program.ts";
import { describeDifferences, untilMark, verify } from "../../src/verify/verify.ts";
import { LEGACY, readCases } from "./case-files.ts";
import { writeSummary } from "./summary.ts";
import { translateLegacy, TSX, typeCheck } from "./translate-legacy.ts";

/** Long enough for a case that waits for its turn, and for its second run alone. */
const PATIENCE = 120_000;

/** Another Node, 22.18 or newer, to run the translations with: directly, without tsx. */
const OTHER_NODE = process.env["DIFFERENTIAL_NODE"];

const cases = readCases();
const python = await findPython();
const gate = new Gate(2);
/** Cases run, and those found equal; a run may be of a few only. */
const ran = { translations: 0, recordings: 0 };
const equal = { translations: 0, recordings: 0 };
/** Each test awaits what it needs, so that a translation that fails is the failure of each of them. */
const native = translateLegacy("native");
const wasm = translateLegacy("wasm");
await Promise.allSettled([native, wasm]);

afterAll(() => {
  const recordings =
    python === null
      ? "recordings not re-checked: no CPython 2.7 here"
      : `recordings re-checked with CPython ${python.version}: ${ran.recordings} cases, ${equal.recordings} equal`;
  writeSummary(`differential: ${ran.translations} cases, ${equal.translations} equal; ${recordings}`);
});

describe("the fixture repository, translated", () => {
  test("every file is there, and only the untranslatable script is partial", async () => {
    const { report, exitCode } = await native;
    const statuses = report.files
      .filter(({ status }) => status !== "skipped")
      .map(({ path, status }) => `${status} ${path}`);
    expect(statuses.filter((line) => !line.startsWith("complete"))).toEqual([
      "partial fixtures/legacy/sync/pull_manifest.py",
    ]);
    const translated = new Set(statuses.map((line) => line.slice(line.indexOf(" fixtures/legacy/") + 17)));
    expect(cases.map(({ scenario }) => scenario.script).filter((script) => !translated.has(script))).toEqual([]);
    expect(exitCode).toBe(1);
  });

  test("the native and the WebAssembly parser give the same bytes", async () => {
    const [one, other] = [await native, await wasm];
    expect([...other.files.keys()]).toEqual([...one.files.keys()]);
    for (const [path, text] of one.files) expect(other.files.get(path), path).toBe(text);
    expect(other.report.diagnostics).toEqual(one.report.diagnostics);
  });

  test("there is a mark in the code for each untranslated finding", async () => {
    const { report, files } = await native;
    const findings = report.diagnostics.filter(({ category }) => category === "untranslated");
    const marks = [...files.values()].flatMap((text) =>
      [...text.matchAll(/@urllib2-to-fetch-todo (U\d+) \S*?([^/\s]+:\d+)/g)].map(
        ([, code, place]) => `${code} ${place}`,
      ),
    );
    const expected = findings.map(({ code, file, range }) => `${code} ${file.split("/").at(-1)}:${range.start.line}`);
    expect(expected.length).toBeGreaterThan(0);
    expect(marks.toSorted()).toEqual(expected.toSorted());
  });

  test.each(["typescript", "typescript-7"] as const)("passes %s --strict", { timeout: PATIENCE }, async (compiler) => {
    const { folder } = await native;
    expect(await gate.share(() => typeCheck(compiler, folder))).toBe("");
  });
});

describe.concurrent("behaves as CPython 2.7 did", () => {
  test.for(cases)("$name", { timeout: PATIENCE }, async ({ scenario }) => {
    ran.translations++;
    const { recording, stopsAtMark } = scenario;
    if (recording === undefined) throw new Error("no recording: run scripts/record-fixtures.ts");
    const { folder, report } = await native;
    const script = join(folder, scenario.script.replace(/\.py$/, ".ts"));
    const program =
      OTHER_NODE === undefined ? typescriptProgram(script, TSX) : typescriptProgram(script, null, OTHER_NODE);
    const expected =
      stopsAtMark === undefined
        ? recording
        : untilMark(recording, stopsAtMark, codeAt(report, scenario.script, stopsAtMark.line));
    const differences = await verify(program, scenario, expected, gate);
    if (differences.length > 0) throw new Error(describeDifferences(differences));
    equal.translations++;
  });
});

if (python !== null) {
  describe.concurrent("is still what CPython 2.7 does", () => {
    test.for(cases)("$name", { timeout: PATIENCE }, async ({ scenario }) => {
      ran.recordings++;
      if (scenario.recording === undefined) throw new Error("no recording: run scripts/record-fixtures.ts");
      const program = pythonProgram(python, join(LEGACY, scenario.script));
      const differences = await verify(program, scenario, scenario.recording, gate);
      if (differences.length > 0) throw new Error(describeDifferences(differences));
      equal.recordings++;
    });
  });
}

/** Code of the untranslated finding on a line of a script. */
function codeAt(report: Report, script: string, line: number): string {
  const found = report.diagnostics.find(
    ({ category, file, range }) =>
      category === "untranslated" && file === `fixtures/legacy/${script}` && range.start.line === line,
  );
  if (found === undefined) throw new Error(`the report has nothing untranslated at ${script}:${line}`);
  return found.code;
}
