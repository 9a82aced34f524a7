import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceInput } from "../../src/translation.ts";
import { readRecording, type SemanticsProgram } from "./program-files.ts";

/** Folder of the programs of several files: one folder each, which starts with its `main.py`; beside it what CPython 2.7 did. */
export const REPOSITORIES = fileURLToPath(new URL("../../fixtures/repositories", import.meta.url));

/** A Python 2 program of several modules; `path` and `text` are of its `main.py`. */
export interface Repository extends SemanticsProgram {
  readonly files: readonly SourceInput[];
}

export function readRepositories(): readonly Repository[] {
  const folders = readdirSync(REPOSITORIES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => readRepository(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function readRepository(name: string): Repository {
  const folder = join(REPOSITORIES, name);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".py"))
    .toSorted()
    .map((path): SourceInput => ({
      path,
      module: path.replace(/(\/__init__)?\.py$/, "").replaceAll("/", "."),
      output: path.replace(/__init__\.py$/, "index.py").replace(/\.py$/, ".ts"),
      bytes: readFileSync(join(folder, path)),
    }));
  const path = join(folder, "main.py");
  return { name, path, text: readFileSync(path, "utf8"), recording: readRecording(folder), files };
}
