import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Report } from "../../src/report/report.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WORK = join(ROOT, ".tmp", "differential");

/** URL of tsx's loader, for Node 20, which does not run TypeScript by itself. */
export const TSX = import.meta.resolve("tsx");

/** The fixture repository as the command line wrote it. */
export interface TranslatedLegacy {
  /** Absolute folder of the TypeScript. */
  readonly folder: string;
  readonly exitCode: number;
  readonly report: Report;
  /** Text of each file written, by path in the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** Runs the command line on `fixtures/legacy` with one of the two parsers. Throws if it wrote no report. */
export async function translateLegacy(parser: "native" | "wasm"): Promise<TranslatedLegacy> {
  const folder = join(WORK, parser);
  const reportFile = join(WORK, `${parser}.json`);
  rmSync(folder, { recursive: true, force: true });
  rmSync(reportFile, { force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const args = ["fixtures/legacy", "--write", "--out-dir", folder, "--report", `json=${reportFile}`];
  const { exitCode, output } = await run(process.execPath, ["--import", TSX, join(ROOT, "src/cli/bin.ts"), ...args], {
    ...process.env,
    URLLIB2_TO_FETCH_PARSER: parser,
  });
  let report: Report;
  try {
    report = JSON.parse(readFileSync(reportFile, "utf8"));
  } catch {
    throw new Error(`the command line ended with ${exitCode} and without a report:\n${output}`);
  }
  return { folder, exitCode, report, files: readTree(folder) };
}

/** What a TypeScript compiler says about the folder; empty if nothing. `compiler` is a package in node_modules. */
export async function typeCheck(compiler: "typescript" | "typescript-7", folder: string): Promise<string> {
  const tsc = join(ROOT, "node_modules", compiler, "bin", "tsc");
  const { exitCode, output } = await run(process.execPath, [tsc, "--strict", "-p", folder], process.env);
  return exitCode === 0 ? "" : output;
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  return new Promise<{ readonly exitCode: number; readonly output: string }>((resolve) => {
    execFile(command, args, { cwd: ROOT, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr });
    });
  });
}

function readTree(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}
