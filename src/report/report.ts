import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { RetrySummary } from "../translation.ts";
import type { Action } from "../workspace/rerun.ts";

/**
 * What a run found and did: the JSON report is this, verbatim. Lists are sorted and nothing depends on time, machine or
 * number of threads, so two reports can be compared as text. Paths are relative to the working directory.
 */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: "urllib2-to-fetch"; readonly version: string };
  readonly totals: Totals;
  readonly files: readonly ReportFile[];
  /** The runtime and the scaffold, which come with the output whatever the sources say. */
  readonly generated: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly retries: readonly (RetrySummary & { readonly file: string })[];
  /** What the user should know about the place written to. */
  readonly notes: readonly string[];
}

/** `files` = `complete` + `partial` + `skipped` + `failed`, always. */
export interface Totals {
  readonly files: number;
  readonly complete: number;
  readonly partial: number;
  readonly skipped: number;
  readonly failed: number;
  readonly untranslated: number;
  readonly assumptions: number;
  readonly hazards: number;
  /** Uses of helpers that do what a Python operator, built-in or method does, where TypeScript's own is not known to do the same; not those that read `sys.argv`. */
  readonly helperCalls: number;
  /** Lines of TypeScript of all translations, without the runtime. */
  readonly outputLines: number;
  readonly retries: number;
}

export interface ReportFile {
  readonly path: string;
  /** Where its TypeScript goes; `null` if there is none. */
  readonly output: string | null;
  readonly status: "complete" | "partial" | "skipped" | "failed";
  /** Why it was skipped or failed, or the syntax error of a `partial` one that has one; `null` otherwise. */
  readonly reason: string | null;
  /** Line of the failure or the syntax error, 1-based, if known. */
  readonly line: number | null;
  /** What becomes of the output; `null` if there is none to write. */
  readonly action: Action | null;
  readonly helperCalls: number;
  /** Lines of its TypeScript, header aside; 0 if there is none. */
  readonly outputLines: number;
}

export interface GeneratedFile {
  readonly path: string;
  readonly kind: "runtime" | "scaffold";
  readonly action: Action;
  /** Why it was not written though it should have been; `null` otherwise. */
  readonly reason: string | null;
}

/** Files that could not be processed, or not as a whole: Python does not read all of them. */
export function incompleteFiles(files: readonly ReportFile[]): readonly ReportFile[] {
  return files.filter(({ status, reason }) => status === "failed" || (status === "partial" && reason !== null));
}

/** Adds up a report's totals. */
export function totalsOf(
  files: readonly ReportFile[],
  diagnostics: readonly Diagnostic[],
  retries: readonly unknown[],
): Totals {
  const withStatus = (status: ReportFile["status"]) => files.filter((file) => file.status === status).length;
  const found = (category: Diagnostic["category"]) => diagnostics.filter((one) => one.category === category).length;
  return {
    files: files.length,
    complete: withStatus("complete"),
    partial: withStatus("partial"),
    skipped: withStatus("skipped"),
    failed: withStatus("failed"),
    untranslated: found("untranslated"),
    assumptions: found("assumption"),
    hazards: found("hazard"),
    helperCalls: files.reduce((sum, file) => sum + file.helperCalls, 0),
    outputLines: files.reduce((sum, file) => sum + file.outputLines, 0),
    retries: retries.length,
  };
}
