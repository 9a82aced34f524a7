import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import type { Python } from "../../src/verify/find-python.ts";
import { statementsOf } from "./neutral-form.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DUMP = fileURLToPath(new URL("dump-ast.py", import.meta.url));
const RECORDED = fileURLToPath(new URL("fixtures.recorded.txt", import.meta.url));

/** What CPython 2.7 makes of one file. */
export interface CPythonTree {
  /** As it was asked for. */
  readonly path: string;
  /** `uncompiled`: it is parsed and then refused. */
  readonly status: "ok" | "uncompiled" | "error";
  /** The neutral form, or CPython's message. */
  readonly form: string;
}

/** CPython's own trees of files, in their order. */
export async function* cpythonTrees(python: Python, paths: readonly string[]): AsyncGenerator<CPythonTree> {
  const child = spawn(python.executable, [DUMP], { stdio: ["pipe", "pipe", "inherit"], cwd: ROOT });
  child.stdin.end(`${paths.join("\n")}\n`);
  for await (const line of createInterface({ input: child.stdout })) {
    const [path = "", status = "", form = ""] = line.split("\t");
    if (status !== "ok" && status !== "uncompiled" && status !== "error") throw new Error(`dump-ast.py said '${line}'`);
    yield { path, status, form };
  }
}

/** CPython's own trees of source texts, in their order. */
export async function cpythonTreesOfTexts(python: Python, texts: readonly string[]): Promise<CPythonTree[]> {
  const child = spawn(python.executable, [DUMP, "--text"], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(texts.map((text) => `${JSON.stringify(text)}\n`).join(""));
  const trees: CPythonTree[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [path = "", status = "", form = ""] = line.split("\t");
    trees.push({ path, status: status as CPythonTree["status"], form });
  }
  if (trees.length !== texts.length)
    throw new Error(`dump-ast.py ended after ${trees.length} of ${texts.length} texts`);
  return trees;
}

/** Every Python file of the fixtures, relative to the repository. */
export function fixturePaths(): string[] {
  return globSync("fixtures/**/*.py", { cwd: ROOT })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

export function fixtureBytes(path: string): Uint8Array {
  return readFileSync(ROOT + path);
}

/** A digest of each statement of a file's form: short, and it tells which statement is another. */
export function digestsOf(statements: readonly string[]): string[] {
  return statements.map((form) => createHash("sha256").update(form).digest("hex").slice(0, 8));
}

/** The recorded digests of each fixture, or null for a file that CPython refuses. */
export function recordedFixtures(): ReadonlyMap<string, readonly string[] | null> {
  const lines = readFileSync(RECORDED, "utf8").trimEnd().split("\n");
  return new Map(
    lines.map((line) => {
      const [path = "", ...digests] = line.split(" ");
      return [path, digests[0] === "refused" ? null : digests];
    }),
  );
}

/** What there is to record of the fixtures: a line for each. */
export async function fixtureRecording(python: Python): Promise<string> {
  const lines: string[] = [];
  for await (const { path, status, form } of cpythonTrees(python, fixturePaths())) {
    lines.push([path, ...(status === "ok" ? digestsOf(statementsOf(form)) : ["refused"])].join(" "));
  }
  return `${lines.join("\n")}\n`;
}

export async function recordFixtures(python: Python): Promise<number> {
  const recording = await fixtureRecording(python);
  writeFileSync(RECORDED, recording);
  return recording.split("\n").length - 1;
}

/** Whether the recording is what CPython says now: null, or the first line that is not. */
export async function staleRecording(python: Python): Promise<string | null> {
  const recorded = new Set(readFileSync(RECORDED, "utf8").trimEnd().split("\n"));
  return (
    (await fixtureRecording(python))
      .trimEnd()
      .split("\n")
      .find((line) => !recorded.has(line)) ?? null
  );
}
