import { spawnSync } from "node:child_process";
import { relative } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { TranslatedFile } from "../../src/translation.ts";

const typeRoots = fileURLToPath(new URL("../../node_modules/@types", import.meta.url));
/** TypeScript's native compiler: a tenth of the time over a thousand files. */
const compiler = fileURLToPath(new URL("../../node_modules/typescript-7/bin/tsc", import.meta.url));

/**
 * What `tsc --strict` says about the output in a folder, under the tsconfig.json that the tool wrote there: errors by the Python
 * file's path, each `TS2345 message @line`.
 */
export function checkTypes(folder: string, translations: readonly TranslatedFile[]): Map<string, string[]> {
  const args = [compiler, "-p", folder, "--strict", "--pretty", "false", "--typeRoots", typeRoots];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    cwd: folder,
    maxBuffer: 1 << 28,
  });
  const byOutput = new Map<string, string[]>();
  // path(line,column): error TS1234: message, what more is said of it on lines that begin with a blank
  for (const [, path = "", line = "", code = "", message = ""] of stdout.matchAll(
    /^(.+)\((\d+),\d+\): error (TS\d+): (.*(?:\n +.*)*)/gm,
  )) {
    const known = byOutput.get(path) ?? [];
    byOutput.set(path, [...known, `${code} ${message.replaceAll(/\s+/g, " ")} @${line}`]);
  }
  // What is wrong with the compiler or its settings is no error of a file, and must not pass for files without errors.
  if (status !== 0 && byOutput.size === 0) throw new Error(`tsc ended with ${status}: ${stdout}${stderr}`);
  return new Map(translations.map(({ path, output }) => [path, byOutput.get(relative(".", output)) ?? []]));
}

/** Errors of syntax in emitted text. */
export function parseErrors(path: string, text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { fileName: `${path}.ts`, reportDiagnostics: true });
  return diagnostics.map(describe);
}

function describe({ code, messageText, file, start }: ts.Diagnostic): string {
  const line = file === undefined || start === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
  return `TS${code} ${ts.flattenDiagnosticMessageText(messageText, " ").replaceAll(/\s+/g, " ")} @${line}`;
}
