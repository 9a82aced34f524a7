import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Python } from "../../src/verify/find-python.ts";
import { pythonProgram } from "../../src/verify/python-program.ts";
import { type Program, runProgram } from "../../src/verify/run-program.ts";
import type { Recording, SemanticsProgram } from "./program-files.ts";

export const WORK = fileURLToPath(new URL("../../.tmp/semantics", import.meta.url));

/** Milliseconds a program may take, start included. */
const LIMIT = 60_000;

/** What a program did, with what it wrote to standard error for the message of a test that fails. */
export async function observeProgram(program: Program, name: string): Promise<Recording & { readonly stderr: string }> {
  const cwd = join(WORK, "home", name);
  mkdirSync(cwd, { recursive: true });
  const { stdout, stderr, exit } = await runProgram(program, { argv: [], env: {}, stdin: "", cwd, limit: LIMIT });
  return { stdout: stdout.toString("utf8"), stderr: stderr.toString("utf8"), exit: Number(exit) };
}

export const runPython = (python: Python, { path, name }: SemanticsProgram): Promise<Recording> =>
  observeProgram(
    { ...pythonProgram(python, path), env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONIOENCODING: "utf-8" } },
    name,
  );
