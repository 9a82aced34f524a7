import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { translateFiles } from "../../src/translate-files.ts";
import type { FileTranslation } from "../../src/translation.ts";
import { findPython } from "../../src/verify/find-python.ts";
import { Gate } from "../../src/verify/gate.ts";
import { typescriptProgram } from "../../src/verify/typescript-program.ts";
import { runtimeOutputs } from "../../src/workspace/runtime-files.ts";
import { missingScaffold } from "../../src/workspace/scaffold.ts";
import { TSX, typeCheck } from "../differential/translate-legacy.ts";
import { expectedReports } from "./expected-reports.ts";
import { readRepositories } from "./repository-files.ts";
import { observeProgram, runPython, WORK } from "./run-python.ts";

const PATIENCE = 120_000;
/** Milliseconds for all translations together, on a machine that does other things as well. */
const PREPARATION = 600_000;

const repositories = readRepositories();
const python = await findPython();
const gate = new Gate(2);
const folder = join(WORK, "..", "repositories");
const translations = new Map<string, readonly FileTranslation[]>();

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const { name, files } of repositories) {
    const translated = await translateFiles(files);
    translations.set(name, translated);
    const done = translated.filter((file) => file.status !== "failed");
    const used = done.flatMap(({ runtime }) => Object.values(runtime).flat());
    const outputs = [
      ...done.map(({ output, text }) => ({ path: output, text })),
      ...runtimeOutputs(used).map(({ path, text }) => ({ path: `runtime/${path}`, text })),
    ];
    for (const { path, text } of outputs) write(join(folder, name, path), text);
  }
  const { files } = await missingScaffold(folder, true);
  for (const { name, text } of files) write(join(folder, name), text);
}, PREPARATION);

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Reports that depend on how the files import each other. */
const OF_IMPORTS = /^(A0108|A0117|A0119|U\d+)$/;

describe.concurrent("does what CPython 2.7 did", () => {
  test.for(repositories)("$name", { timeout: PATIENCE }, async ({ name, files, recording }) => {
    if (recording === null) throw new Error("no recording: run scripts/record-semantics.ts");
    const reported = translations
      .get(name)!
      .flatMap((file) =>
        file.diagnostics
          .filter(({ code }) => OF_IMPORTS.test(code))
          .map(({ code, file: path, range }) => `${path}:${range.start.line} ${code}`),
      );
    const expected = files.flatMap(({ path, bytes }) =>
      expectedReports(new TextDecoder().decode(bytes)).map(({ line, code }) => `${path}:${line} ${code}`),
    );
    expect([...new Set(reported)].toSorted()).toEqual(expected.toSorted());
    const program = typescriptProgram(join(folder, name, "main.ts"), TSX);
    const { stderr, ...observed } = await gate.share(() => observeProgram(program, name));
    expect(observed, stderr).toEqual(recording);
  });
});

test("all of it passes tsc --strict", { timeout: PATIENCE }, async () => {
  expect(await gate.share(() => typeCheck("typescript", folder))).toBe("");
});

if (python !== null) {
  describe.concurrent("is still what CPython 2.7 does", () => {
    test.for(repositories)("$name", { timeout: PATIENCE }, async (repository) => {
      const { stdout, exit } = await gate.share(() => runPython(python, repository));
      expect({ stdout, exit }).toEqual(repository.recording);
    });
  });
}
