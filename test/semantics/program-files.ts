import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the programs: one folder a Python module, in it programs and what CPython 2.7 did with them. */
export const SEMANTICS = fileURLToPath(new URL("../../fixtures/semantics", import.meta.url));

/** A small Python 2 program that prints its results. */
export interface SemanticsProgram {
  /** Below the folder of the programs, without ending: `re/groups`. */
  readonly name: string;
  /** Absolute path of the `.py`. */
  readonly path: string;
  readonly text: string;
  readonly recording: Recording | null;
}

/** What CPython 2.7 did: `<name>.out` beside the program, and `<name>.exit` where the status is not 0. */
export interface Recording {
  readonly stdout: string;
  readonly exit: number;
}

/** Every program of the fixtures, by name. Those called `refused…` are translated only: they say what must be reported where. */
export function readPrograms(): { readonly run: SemanticsProgram[]; readonly refused: SemanticsProgram[] } {
  const programs = readdirSync(SEMANTICS, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".py"))
    .toSorted()
    .map((path) => readProgram(path.slice(0, -3)));
  const isRefused = ({ name }: SemanticsProgram): boolean => /\/refused[^/]*$/.test(name);
  return { run: programs.filter((p) => !isRefused(p)), refused: programs.filter(isRefused) };
}

function readProgram(name: string): SemanticsProgram {
  const path = join(SEMANTICS, `${name}.py`);
  return { name, path, text: readFileSync(path, "utf8"), recording: readRecording(join(SEMANTICS, name)) };
}

export function readRecording(base: string): Recording | null {
  if (!existsSync(`${base}.out`)) return null;
  const exit = existsSync(`${base}.exit`) ? Number(readFileSync(`${base}.exit`, "utf8")) : 0;
  return { stdout: readFileSync(`${base}.out`, "utf8"), exit };
}
