import { isUtf8 } from "node:buffer";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Python } from "../../src/verify/find-python.ts";
import { pythonProgram } from "../../src/verify/python-program.ts";
import { type Program, runProgram } from "../../src/verify/run-program.ts";
import type { Recording, SemanticsProgram } from "./program-files.ts";

export const WORK = fileURLToPath(new URL("../../.tmp/semantics", import.meta.url));

/** Milliseconds a program may take, start included. */
const LIMIT = 60_000;

/** Output as text: UTF-8, or a character for each byte of what is not. */
export const readable = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? "utf8" : "latin1");

/** What a program did in an empty folder of its own, with what it wrote to standard error for the message of a test that fails. */
export async function observeProgram(program: Program, name: string): Promise<Recording & { readonly stderr: string }> {
  mkdirSync(WORK, { recursive: true });
  const home = mkdtempSync(join(WORK, "home-"));
  const cwd = join(home, name);
  mkdirSync(cwd, { recursive: true });
  const { stdout, stderr, exit } = await runProgram(program, { argv: [], env: {}, stdin: "", cwd, limit: LIMIT });
  rmSync(home, { recursive: true, force: true });
  return { stdout: readable(stdout), stderr: stderr.toString("utf8"), exit: Number(exit) };
}

export const runPython = (python: Python, { path, name }: SemanticsProgram): Promise<Recording> =>
  observeProgram(
    { ...pythonProgram(python, path), env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONIOENCODING: "utf-8" } },
    name,
  );
