import { stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { discover, type DiscoverOptions, latin1 } from "../discover/discover.ts";
import { type Discovery, UsageError } from "../discover/discovered.ts";
import { connectedComponents, importGraph } from "../discover/import-graph.ts";
import type { Report } from "../report/report.ts";
import type { FileTranslation, SourceInput, TranslatedFile, TranslateOptions } from "../translation.ts";
import type { PlannedFile } from "../workspace/plan.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { buildReport } from "./build-report.ts";
import { type Engine, engine as realEngine } from "./engine.ts";
import { outputBase, sourceInputs } from "./place-outputs.ts";
import { planOutput } from "./plan-output.ts";
import { translateGroup } from "./translator.ts";

export interface MigrateOptions extends DiscoverOptions, Pick<TranslateOptions, "naming" | "runtime"> {
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
  const { outDir, runtime = "vendor" } = options;
  const { inputs, collisions } = sourceInputs(discovery, base, { mirrored: outDir !== undefined, runtime });
  const results = [...(await translateAll(inputs, discovery, options, engine)), ...collisions];
  const sources = new Map(discovery.files.map((file) => [file.path, file.bytes]));
  const place = { cwd, base, ownFolder: outDir !== undefined, runtime };
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
      shownOutput: (output) => relative(cwd, join(base, output)).split(sep).join("/"),
    }),
    plan,
    translations,
    outputBase: base,
  };
}

async function checkOutDir(outDir: string | undefined, cwd: string): Promise<void> {
  if (outDir === "") throw new UsageError("the name of the output folder is empty");
  const status = outDir === undefined ? undefined : await stat(resolve(cwd, outDir)).catch(() => undefined);
  if (status !== undefined && !status.isDirectory()) throw new UsageError(`output folder '${outDir}' is a file`);
}

/**
 * Translates group by group of files that import each other. The groups are the same for any number of threads, and
 * so are the results.
 */
async function translateAll(
  inputs: readonly SourceInput[],
  discovery: Discovery,
  { naming, runtime, jobs: wanted, signal, onProgress }: MigrateOptions,
  engine: Engine,
): Promise<readonly FileTranslation[]> {
  const byPath = new Map(discovery.files.map((file) => [file.path, file]));
  const files = inputs.map((input) => byPath.get(input.path)!);
  const texts = files.map((file) => latin1(file.bytes));
  const groups = connectedComponents(importGraph(files, texts)).map((indexes) =>
    indexes.map((index) => inputs[index]!),
  );
  const results: FileTranslation[] = [];
  const choices = { ...(naming && { naming }), ...(runtime && { runtime }) };
  const total = inputs.length;
  const { translator, jobs, close } = await engine.open(total, wanted);
  try {
    // The largest first, so that no thread is left with a large one at the end.
    const queue = groups.toSorted((a, b) => b.length - a.length);
    const work = async () => {
      for (let group = queue.shift(); group !== undefined; group = queue.shift()) {
        signal?.throwIfAborted();
        onProgress?.({ done: results.length, total });
        results.push(...(await translateGroup(translator, group, choices)));
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
