import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ts } from "ts-morph";
import type { Report } from "../../src/report/report.ts";
import type { RunBin } from "./spawn-bin.ts";

/** A folder should take seconds: what takes minutes hangs. */
const PATIENCE = 240_000;

/** An error of ours, or the stack of one. */
const TROUBLE = /^.*internal error.*$|^ +at \S+ \(.*:\d+:\d+\)$/m;

export interface SpoiledRun {
  readonly report: Report | null;
  /** What must not be, in words. */
  readonly faults: readonly string[];
}

/**
 * Sends a folder of files that may be anything through the command line, as a preview and then to write, and looks for what must not
 * be: a crash, an end by a signal, an internal error, a count that does not add up, an exit code that the report does not deserve, a
 * difference between preview and writing, an output that is missing, or that is no TypeScript.
 */
export async function runSpoiled(
  runBin: RunBin,
  cwd: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<SpoiledRun> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(cwd, "in", path)), { recursive: true });
    await writeFile(join(cwd, "in", path), bytes);
  }
  const faults: string[] = [];
  const argv = ["in", "--all", "--out-dir", "out", "--report", "json"];
  const run = async (name: string, args: readonly string[]) => {
    const ended = await patiently(runBin, cwd, args);
    const trouble = TROUBLE.exec(ended.stderr);
    if (trouble !== null) faults.push(`${name}: ${trouble[0]}`);
    const report = parsed(ended.stdout);
    if (report === null) faults.push(`${name}: no report, exit code ${ended.code}, ${ended.stderr.slice(0, 500)}`);
    else faults.push(...misreported(report, ended.code, files.size).map((fault) => `${name}: ${fault}`));
    return report;
  };
  const preview = await run("preview", argv);
  const written = await run("write", [...argv, "--write"]);
  if (JSON.stringify(preview?.diagnostics) !== JSON.stringify(written?.diagnostics))
    faults.push("preview and writing find different things");
  for (const { output } of written?.files ?? []) {
    if (output !== null) faults.push(...(await untypescript(cwd, output)));
  }
  await rm(join(cwd, "in"), { recursive: true });
  await rm(join(cwd, "out"), { recursive: true, force: true });
  return { report: written, faults };
}

function patiently(runBin: RunBin, cwd: string, argv: readonly string[]) {
  let timer: NodeJS.Timeout | undefined;
  return runBin(cwd, argv, (child) => {
    timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  }).finally(() => clearTimeout(timer));
}

function parsed(stdout: string): Report | null {
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return null;
  }
}

function misreported({ totals, files }: Report, code: number | null, count: number): string[] {
  const faults: string[] = [];
  const { complete, partial, skipped, failed, untranslated } = totals;
  if (files.length !== count || complete + partial + skipped + failed !== count)
    faults.push(`${count} files in, ${complete} complete, ${partial} partial, ${skipped} skipped, ${failed} failed`);
  const broken = files.some(({ status, reason }) => status === "failed" || (status === "partial" && reason !== null));
  const deserved = broken ? 3 : untranslated > 0 ? 1 : 0;
  if (code !== deserved) faults.push(`exit code ${code} where the report deserves ${deserved}`);
  for (const { path, status, reason, output } of files) {
    if (reason?.includes("internal error")) faults.push(`${path}: ${reason}`);
    if ((status === "failed" || status === "skipped") && !reason) faults.push(`${path}: ${status} without a reason`);
    if ((status === "complete" || status === "partial") && output === null) faults.push(`${path}: without output`);
  }
  return faults;
}

/** What is wrong with a file as TypeScript, by its syntax alone. */
async function untypescript(cwd: string, output: string): Promise<string[]> {
  const text = await readFile(join(cwd, output), "utf8").catch(() => null);
  if (text === null) return [`${output}: not written`];
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: output,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return diagnostics.map(({ messageText, start }) => {
    const line = text.slice(0, start).split("\n").length;
    return `${output}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}
