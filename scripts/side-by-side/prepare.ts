import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { translateFiles } from "../../src/translate-files.ts";
import type { FileTranslation } from "../../src/translation.ts";
import type { Python } from "../../src/verify/find-python.ts";
import { pythonProgram } from "../../src/verify/python-program.ts";
import type { Program } from "../../src/verify/run-program.ts";
import { typescriptProgram } from "../../src/verify/typescript-program.ts";
import { runtimeOutputs } from "../../src/workspace/runtime-files.ts";
import { missingScaffold } from "../../src/workspace/scaffold.ts";
import { TSX } from "../../test/differential/translate-legacy.ts";
import { bundle } from "../../test/semantics/bundle.ts";

export interface BothSides {
  readonly name: string;
  readonly python: Program;
  readonly node: Program;
  /** What is untranslated, and what could not be read, a line each. */
  readonly untranslated: readonly string[];
  readonly assumed: readonly string[];
  /** Where the TypeScript is. */
  readonly folder: string;
}

/** Translates a program, a file or a folder with a `main.py`, into a folder below `root`. */
export async function prepare(python: Python, path: string, root: string): Promise<BothSides> {
  const single = path.endsWith(".py");
  const [home, main] = single ? [dirname(path), basename(path)] : [path, "main.py"];
  const folder = join(root, basename(path, ".py"));
  rmSync(folder, { recursive: true, force: true });
  const sources = single
    ? [main]
    : readdirSync(home, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".py"));
  const translated = await translateFiles(
    sources.map((file) => ({
      path: file,
      module: file.replace(/(\/__init__)?\.py$/, "").replaceAll("/", "."),
      output: outputOf(file),
      bytes: readFileSync(join(home, file)),
    })),
  );
  await writeOutputs(folder, translated);
  const told = translated.flatMap((file) => [
    ...(file.status === "failed" ? [`${file.path}: ${file.reason}`] : []),
    ...file.diagnostics.map((d) => `${d.code} ${d.file}:${d.range.start.line} ${d.message}`),
  ]);
  return {
    name: basename(folder),
    python: pythonProgram(python, join(home, main)),
    node: await programIn(folder, outputOf(main), single),
    untranslated: told.filter((line) => !/^[AH]/.test(line)),
    assumed: told.filter((line) => line.startsWith("A")),
    folder,
  };
}

/** One file starts sooner as plain JavaScript; of several, a bundle would neither keep the order nor tell which of them is started. */
async function programIn(folder: string, output: string, single: boolean): Promise<Program> {
  if (!single) return typescriptProgram(join(folder, output), TSX);
  return typescriptProgram((await bundle(folder, [output]))(output), null);
}

/** The path of a file's translation: `pkg/__init__.py` → `pkg/index.ts`. */
const outputOf = (file: string): string => file.replace(/__init__\.py$/, "index.py").replace(/\.py$/, ".ts");

async function writeOutputs(folder: string, translated: readonly FileTranslation[]): Promise<void> {
  const done = translated.filter((file) => file.status !== "failed");
  const used = done.flatMap(({ runtime }) => Object.values(runtime).flat());
  const { files } = await missingScaffold(folder, true);
  const outputs = [
    ...done.map(({ output, text }) => ({ path: output, text })),
    ...runtimeOutputs(used).map(({ path, text }) => ({ path: `runtime/${path}`, text })),
    ...files.map(({ name, text }) => ({ path: name, text })),
  ];
  for (const { path, text } of outputs) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
