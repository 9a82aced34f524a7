import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import type { TranslatedFile } from "../../src/translation.ts";

/** How long a file may take to run before it counts as one that waits for something. */
const PATIENCE_MS = 10_000;
const loader = fileURLToPath(new URL("load-modules.mjs", import.meta.url));
const packages = fileURLToPath(new URL("../../node_modules", import.meta.url));

/**
 * What importing each file of the output comes to, by the Python file's path: `loads`, `mark`, `raises`, `exits`, `waits`, or the error of a
 * file that cannot have been translated right: `SyntaxError: …`, `ReferenceError: …`, `TypeError: …`.
 *
 * The files run as far as they come, in a process that can neither write files, nor start programs, nor reach the network.
 */
export async function checkLoads(
  folder: string,
  translations: readonly TranslatedFile[],
): Promise<Map<string, string>> {
  const compiled = mkdtempSync(join(tmpdir(), "loads-"));
  compile(folder, compiled);
  symlinkSync(packages, join(compiled, "node_modules"));
  const found = new Map<string, string>();
  let left = translations.map(({ path, output }) => ({
    path,
    url: pathToFileURL(join(compiled, output.replace(/\.ts$/, ".js"))).href,
  }));
  while (left.length > 0) {
    const done = await load(left, (path, outcome) => found.set(path, outcome));
    const stuck = left[done];
    if (stuck) found.set(stuck.path, "waits");
    left = left.slice(done + 1);
  }
  rmSync(compiled, { recursive: true, force: true });
  return found;
}

/** The folder's TypeScript as JavaScript. */
function compile(from: string, to: string): void {
  writeFileSync(join(to, "package.json"), '{ "type": "module" }');
  for (const entry of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    if (!entry.endsWith(".ts") || entry.includes("node_modules")) continue;
    const { outputText } = ts.transpileModule(readFileSync(join(from, entry), "utf8"), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
      },
    });
    const output = join(to, entry.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, outputText);
  }
}

/** Loads the files in turn, in one process; how many answered before it got stuck or died. */
function load(
  files: readonly { path: string; url: string }[],
  report: (path: string, outcome: string) => void,
): Promise<number> {
  return new Promise((resolve) => {
    let done = 0;
    const child: ChildProcess = fork(
      loader,
      files.map(({ url }) => url),
      {
        execArgv: ["--experimental-permission", "--allow-fs-read=*", "--no-warnings"],
        stdio: ["ignore", "ignore", "ignore", "ipc"],
      },
    );
    let patience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    child.on("message", (outcome: string) => {
      const file = files[done++];
      if (file) report(file.path, outcome);
      clearTimeout(patience);
      patience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    });
    child.on("exit", () => {
      clearTimeout(patience);
      resolve(done);
    });
  });
}
