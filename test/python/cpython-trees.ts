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

/** A fixture as it was recorded: a digest of its bytes, and of each statement's form, or null where CPython refuses it. */
export interface RecordedFixture {
  readonly source: string;
  readonly statements: readonly string[] | null;
}

export type FixtureTrees = ReadonlyMap<string, RecordedFixture>;

export function sourceDigest(path: string): string {
  return createHash("sha256").update(fixtureBytes(path)).digest("hex").slice(0, 8);
}

export function recordedFixtures(): FixtureTrees {
  const lines = readFileSync(RECORDED, "utf8").trimEnd().split("\n");
  return new Map(
    lines.map((line) => {
      const [path = "", source = "", ...statements] = line.split(" ");
      return [path, { source, statements: statements[0] === "refused" ? null : statements }];
    }),
  );
}

/** What CPython says of the fixtures now. */
export async function liveFixtures(python: Python): Promise<FixtureTrees> {
  const trees = new Map<string, RecordedFixture>();
  for await (const { path, status, form } of cpythonTrees(python, fixturePaths())) {
    const statements = status === "ok" ? digestsOf(statementsOf(form)) : null;
    trees.set(path, { source: sourceDigest(path), statements });
  }
  return trees;
}

export async function recordFixtures(python: Python): Promise<number> {
  const trees = [...(await liveFixtures(python))];
  const lines = trees.map(([path, { source, statements }]) => [path, source, ...(statements ?? ["refused"])].join(" "));
  writeFileSync(RECORDED, `${lines.join("\n")}\n`);
  return lines.length;
}
