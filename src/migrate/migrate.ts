import { stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { discover, type DiscoverOptions, latin1 } from "../discover/discover.ts";
import { type DiscoveredFile, type Discovery, UsageError } from "../discover/discovered.ts";
import { connectedComponents, importGraph } from "../discover/import-graph.ts";
import { type Report, type ReportFile, totalsOf } from "../report/report.ts";
import { toolVersion } from "../runtime-manifest.ts";
import type { FailedFile, FileTranslation, SourceInput, TranslatedFile, TranslateOptions } from "../translation.ts";
import { outputPath, runtimeFolder } from "../workspace/output-path.ts";
import type { PlannedFile } from "../workspace/plan.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { type Engine, engine as realEngine } from "./engine.ts";
import { planOutput } from "./plan-output.ts";
import { translateGroup } from "./translator.ts";

export interface MigrateOptions extends DiscoverOptions, Pick<TranslateOptions, "naming"> {
  /** What relative paths are relative to; default the process's. */
  readonly cwd?: string;
  /** Folder for the output; default beside each source. */
  readonly outDir?: string;
  /** Write the planned files; default false. */
  readonly write?: boolean;
  /** Threads; default by the number of files. The result does not depend on it. */
  readonly jobs?: number;
  /** Aborting stops before the next group of files or the next write. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A finished run. */
export interface Migration {
  readonly report: Report;
  /** Every file of the output with its text and what becomes of it: translations, runtime, scaffold. */
  readonly plan: readonly PlannedFile[];
  readonly translations: readonly TranslatedFile[];
  /** Absolute path of the folder that holds the output and its runtime. */
  readonly outputBase: string;
}

/**
 * Translates the Python files under the paths, plans the output, and writes it if asked. Nothing is printed.
 *
 * @throws UsageError if a path does not exist, there is no Python file, or the output folder is a file; the signal's reason if it was aborted.
 */
export async function migrate(
  paths: readonly string[],
  options: MigrateOptions = {},
  engine: Engine = realEngine,
): Promise<Migration> {
  const cwd = options.cwd ?? process.cwd();
  await checkOutDir(options.outDir, cwd);
  const discovery = await discover(paths, cwd, options);
  const base = outputBase(discovery, cwd, options.outDir);
  const { inputs, collisions } = sourceInputs(discovery, base, options.outDir !== undefined);
  const results = [...(await translateAll(inputs, discovery, options, engine)), ...collisions];
  const sources = new Map(discovery.files.map((file) => [file.path, file.bytes]));
  const place = { cwd, base, ownFolder: options.outDir !== undefined };
  const { plan, notes, translations, failed } = await planOutput(results, sources, place, engine.runtimeFiles);

  options.signal?.throwIfAborted();
  const writeFailures = options.write === true ? await writeFiles(plan, options.signal) : [];
  options.signal?.throwIfAborted();
  const unwritten = new Map(writeFailures.map(({ path, reason }) => [path, reason]));
  return {
    report: buildReport({
      discovery,
      translations,
      failed,
      plan,
      notes,
      unwritten,
      shownOutput: (output) => shown(cwd, join(base, output)),
    }),
    plan,
    translations,
    outputBase: base,
  };
}

async function checkOutDir(outDir: string | undefined, cwd: string): Promise<void> {
  const status = outDir === undefined ? undefined : await stat(resolve(cwd, outDir)).catch(() => undefined);
  if (status !== undefined && !status.isDirectory()) throw new UsageError(`output folder '${outDir}' is a file`);
}

/** With `--out-dir` that folder; else the deepest folder that holds all the path arguments' trees. */
function outputBase({ roots }: Discovery, cwd: string, outDir: string | undefined): string {
  if (outDir !== undefined) return resolve(cwd, outDir);
  return roots
    .map((root) => root.folder)
    .reduce((common, folder) => {
      let shared = common;
      while (!inside(shared, folder)) shared = dirname(shared);
      return shared;
    });
}

function inside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Gives each file its place in the output. Of two files for one place, the later by path is a failure. */
function sourceInputs(discovery: Discovery, base: string, mirrored: boolean) {
  const inputs: SourceInput[] = [];
  const collisions: FailedFile[] = [];
  const taken = new Map<string, string>();
  for (const file of discovery.files) {
    const output = mirrored
      ? outputPath(file.inRoot)
      : shown(base, join(dirname(file.absolute), outputPath(lastPart(file))));
    const owner = taken.get(output) ?? (output.startsWith(`${runtimeFolder}/`) ? "the runtime" : undefined);
    if (owner === undefined) {
      taken.set(output, file.path);
      inputs.push({ path: file.path, module: file.module, output, bytes: file.bytes });
    } else {
      const reason = `its output ${output} would overwrite that of ${owner}; rename one of them`;
      collisions.push({ status: "failed", path: file.path, output, reason, line: null, diagnostics: [] });
    }
  }
  return { inputs, collisions };
}

function lastPart({ inRoot }: DiscoveredFile): string {
  return inRoot.slice(inRoot.lastIndexOf("/") + 1);
}

/**
 * Translates group by group of files that import each other. The groups are the same for any number of threads, and
 * so are the results.
 */
async function translateAll(
  inputs: readonly SourceInput[],
  discovery: Discovery,
  { naming, jobs: wanted, signal, onProgress }: MigrateOptions,
  engine: Engine,
): Promise<readonly FileTranslation[]> {
  const byPath = new Map(discovery.files.map((file) => [file.path, file]));
  const files = inputs.map((input) => byPath.get(input.path)!);
  const texts = files.map((file) => latin1(file.bytes));
  const groups = connectedComponents(importGraph(files, texts)).map((indexes) =>
    indexes.map((index) => inputs[index]!),
  );
  const results: FileTranslation[] = [];
  const total = inputs.length;
  const { translator, jobs, close } = await engine.open(total, wanted);
  try {
    // The largest first, so that no thread is left with a large one at the end.
    const queue = groups.toSorted((a, b) => b.length - a.length);
    const work = async () => {
      for (let group = queue.shift(); group !== undefined; group = queue.shift()) {
        signal?.throwIfAborted();
        onProgress?.({ done: results.length, total });
        results.push(...(await translateGroup(translator, group, naming === undefined ? {} : { naming })));
        // A turn of the event loop, in which Ctrl-C is heard.
        await new Promise((resume) => setImmediate(resume));
      }
    };
    await Promise.all(Array.from({ length: jobs }, work));
  } finally {
    await close();
  }
  onProgress?.({ done: total, total });
  return results;
}

interface Findings {
  readonly discovery: Discovery;
  readonly translations: readonly TranslatedFile[];
  readonly failed: readonly FailedFile[];
  readonly plan: readonly PlannedFile[];
  readonly notes: readonly string[];
  /** Files that could not be written, and why, by path. */
  readonly unwritten: ReadonlyMap<string, string>;
  readonly shownOutput: (output: string) => string;
}

function buildReport({ discovery, translations, failed, plan, notes, unwritten, shownOutput }: Findings): Report {
  const planned = new Map(plan.map((file) => [file.path, file]));
  const files: ReportFile[] = [
    ...translations.map((file): ReportFile => {
      const output = shownOutput(file.output);
      const { action, reason } = planned.get(output)!;
      const obstacle = unwritten.get(output) ?? reason;
      const status = obstacle === null ? file.status : "failed";
      const shownReason = obstacle === null ? null : `${output}: ${obstacle}`;
      return {
        path: file.path,
        output,
        status,
        reason: shownReason,
        line: null,
        action,
        helperCalls: file.helperCalls,
      };
    }),
    ...failed.map(({ path, reason, line }) => ({ ...noOutput, path, status: "failed" as const, reason, line })),
    ...discovery.unreadable.map(({ path, reason }) => ({ ...noOutput, path, status: "failed" as const, reason })),
    ...discovery.skipped.map(({ path, reason }) => ({ ...noOutput, path, status: "skipped" as const, reason })),
  ].sort((a, b) => compare(a.path, b.path));
  const generated = plan.flatMap(({ kind, path, action, reason }) =>
    kind === "translation" ? [] : [{ path, kind, action, reason: unwritten.get(path) ?? reason }],
  );
  const diagnostics = [...translations, ...failed]
    .flatMap((file) => file.diagnostics)
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.range.start.line - b.range.start.line ||
        a.range.start.column - b.range.start.column ||
        compare(a.code, b.code),
    );
  const retries = translations
    .flatMap((file) => file.retries.map((retry) => ({ file: file.path, ...retry })))
    .sort((a, b) => compare(a.file, b.file) || a.line - b.line);
  return {
    schemaVersion: 1,
    tool: { name: "urllib2-to-fetch", version: toolVersion },
    totals: totalsOf(files, diagnostics, retries),
    files,
    generated,
    diagnostics,
    retries,
    notes,
  };
}

const noOutput = { output: null, line: null, action: null, helperCalls: 0 };

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function shown(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join("/");
}
