import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { translateFiles } from "../../src/translate-files.ts";
import type { TranslatedFile } from "../../src/translation.ts";
import { findPython } from "../../src/verify/find-python.ts";
import { Gate } from "../../src/verify/gate.ts";
import { typescriptProgram } from "../../src/verify/typescript-program.ts";
import { runtimeOutputs, unknownNames } from "../../src/workspace/runtime-files.ts";
import { missingScaffold } from "../../src/workspace/scaffold.ts";
import { typeCheck } from "../differential/translate-legacy.ts";
import { bundle } from "./bundle.ts";
import { expectedReports } from "./expected-reports.ts";
import { readPrograms, type SemanticsProgram } from "./program-files.ts";
import { observeProgram, runPython, WORK } from "./run-python.ts";

const PATIENCE = 120_000;
/** Milliseconds for all translations together, on a machine that does other things as well. */
const PREPARATION = 600_000;

const programs = readPrograms();
const python = await findPython();
const gate = new Gate(2);
const folder = join(WORK, "out");
const translations = new Map<string, TranslatedFile>();
/** Where an output is as JavaScript. */
let bundled: (output: string) => string;

/** Each program by itself, as a module of its own. */
async function translateProgram({ name, path }: SemanticsProgram): Promise<TranslatedFile> {
  const input = {
    path: `${name}.py`,
    module: name.replaceAll("/", "."),
    output: `${name}.ts`,
    bytes: readFileSync(path),
  };
  const [translated] = await translateFiles([input]);
  if (translated === undefined || translated.status === "failed") {
    throw new Error(`${name}: ${translated?.reason ?? "no translation"}`);
  }
  return translated;
}

beforeAll(async () => {
  rmSync(WORK, { recursive: true, force: true });
  for (const program of [...programs.run, ...programs.refused]) {
    translations.set(program.name, await translateProgram(program));
  }
  const used = [...translations.values()].flatMap(({ runtime }) => Object.values(runtime).flat());
  const { files } = await missingScaffold(folder, true);
  const outputs = [
    ...[...translations.values()].map(({ output, text }) => ({ path: output, text })),
    ...runtimeOutputs(used).map(({ path, text }) => ({ path: `runtime/${path}`, text })),
    ...files.map(({ name, text }) => ({ path: name, text })),
  ];
  for (const { path, text } of outputs) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  bundled = await bundle(
    folder,
    programs.run.map(({ name }) => translations.get(name)!.output),
  );
}, PREPARATION);

const untranslated = (file: TranslatedFile) =>
  file.diagnostics
    .filter(({ category }) => category === "untranslated")
    .map(({ range, code, message, snippet }) => `${range.start.line}: ${code} ${message} | ${snippet}`);

describe.concurrent("does what CPython 2.7 did", () => {
  test.for(programs.run)("$name", { timeout: PATIENCE }, async ({ name, recording }) => {
    if (recording === null) throw new Error("no recording: run scripts/record-semantics.ts");
    const translated = translations.get(name);
    if (translated === undefined) throw new Error("no translation");
    expect(untranslated(translated)).toEqual([]);
    expect(unknownNames(Object.values(translated.runtime).flat())).toEqual([]);
    const program = typescriptProgram(bundled(translated.output), null);
    const { stderr, ...observed } = await gate.share(() => observeProgram(program, name));
    expect(observed, stderr).toEqual(recording);
  });
});

describe("reports what it cannot do", () => {
  test.for(programs.refused)("$name", ({ name, text }) => {
    const { diagnostics, text: written } = translations.get(name)!;
    const places = diagnostics.filter(({ category }) => category === "untranslated");
    expect(written.split("@urllib2-to-fetch-todo").length - 1).toBe(places.length);
    const expected = expectedReports(text);
    expect(expected.length).toBeGreaterThan(0);
    const missing = expected.filter(
      ({ line, code, message }) =>
        !diagnostics.some((d) => d.range.start.line === line && d.code === code && d.message.includes(message)),
    );
    const beyond = diagnostics.filter(
      (d) => d.category === "untranslated" && !expected.some((e) => e.line === d.range.start.line && e.code === d.code),
    );
    expect(missing).toEqual([]);
    expect(beyond.map((d) => `${d.range.start.line}: ${d.code} ${d.message}`)).toEqual([]);
  });
});

test("all of it passes tsc --strict", { timeout: PATIENCE }, async () => {
  expect(await gate.share(() => typeCheck("typescript", folder))).toBe("");
});

if (python !== null) {
  describe.concurrent("is still what CPython 2.7 does", () => {
    test.for(programs.run)("$name", { timeout: PATIENCE }, async (program) => {
      const { stdout, exit } = await gate.share(() => runPython(python, program));
      expect({ stdout, exit }).toEqual(program.recording);
    });
  });
}
