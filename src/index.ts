import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { RetrySummary, TranslateOptions } from "./translation.ts";
import type { RuntimeOutput } from "./workspace/runtime-files.ts";

export { UsageError } from "./discover/discovered.ts";
export { type Migration, migrate, type MigrateOptions, type Progress } from "./migrate/migrate.ts";
export { type Limits, type Verdict, verdictOf } from "./report/exit-code.ts";
export { jsonReport } from "./report/json.ts";
export type { GeneratedFile, Report, ReportFile, Totals } from "./report/report.ts";
export { toolVersion } from "./runtime-manifest.ts";
export type { Category, Diagnostic } from "./diagnostics/diagnostic.ts";
export type { Position } from "./python/source.ts";
export type { LineMapping, RetrySummary, RuntimeSource, TranslatedFile } from "./translation.ts";
export type { PlannedFile } from "./workspace/plan.ts";
export type { Action } from "./workspace/rerun.ts";
export type { RuntimeOutput } from "./workspace/runtime-files.ts";

export interface TranslateSourceOptions extends TranslateOptions {
  /** Name of the file in messages and marks, and the module's name; default `script.py`. */
  readonly path?: string;
}

/** A single file's translation. */
export interface Translation {
  /** `partial`: something is untranslated, and throws when it is reached. `failed`: the text is not Python 2. */
  readonly status: "complete" | "partial" | "failed";
  /** Formatted TypeScript; `null` if it failed. */
  readonly code: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The runtime files that the code imports, to be written below `runtimeDir`; none where it imports the package. */
  readonly runtime: readonly RuntimeOutput[];
  readonly retries: readonly RetrySummary[];
  /** Why it failed, or the first syntax error of a file that is translated but for it; `null` otherwise. */
  readonly reason: string | null;
  /** Line of the failure or the syntax error, 1-based, if known. */
  readonly line: number | null;
}

/**
 * Translates one Python file that imports none of its neighbours. Nothing is read or written.
 *
 * @param source text, or bytes to decode as Python does, by the coding line.
 * @example
 * const { code, diagnostics } = await translate("import urllib2\nprint urllib2.urlopen('http://example.com/').read()\n");
 */
export async function translate(
  source: string | Uint8Array,
  options: TranslateSourceOptions = {},
): Promise<Translation> {
  const [{ translateFiles }, { runtimeOutputs }, { moduleName }, { outputPath }] = await Promise.all([
    import("./translate-files.ts"),
    import("./workspace/runtime-files.ts"),
    import("./discover/python-file.ts"),
    import("./workspace/output-path.ts"),
  ]);
  const { path = "script.py", ...translateOptions } = options;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
  const input = { path, module: moduleName(name), output: outputPath(name), bytes };
  const [result] = await translateFiles([input], translateOptions);
  if (result === undefined) throw new Error(`the translator gave no result for ${path}`);
  if (result.status === "failed") {
    const { status, diagnostics, reason, line } = result;
    return { status, code: null, diagnostics, runtime: [], retries: [], reason, line };
  }
  const { status, text, diagnostics, retries, runtime, syntaxError } = result;
  const files = options.runtime === "package" ? [] : runtimeOutputs(Object.values(runtime).flat());
  return {
    status,
    code: text,
    diagnostics,
    runtime: files,
    retries,
    reason: syntaxError?.reason ?? null,
    line: syntaxError?.line ?? null,
  };
}
