import type { Discovery } from "../discover/discovered.ts";
import { type Report, type ReportFile, totalsOf } from "../report/report.ts";
import { toolVersion } from "../runtime-manifest.ts";
import type { FailedFile, TranslatedFile } from "../translation.ts";
import type { PlannedFile } from "../workspace/plan.ts";

/** All that a run has found out. */
export interface Findings {
  readonly discovery: Discovery;
  readonly translations: readonly TranslatedFile[];
  readonly failed: readonly FailedFile[];
  readonly plan: readonly PlannedFile[];
  readonly notes: readonly string[];
  /** Files that could not be written, and why, by path. */
  readonly unwritten: ReadonlyMap<string, string>;
  /** A translation's output path as the plan has it. */
  readonly shownOutput: (output: string) => string;
}

/** Puts the findings in order. Each file that was found is in the report once, with its fate. */
export function buildReport({
  discovery,
  translations,
  failed,
  plan,
  notes,
  unwritten,
  shownOutput,
}: Findings): Report {
  const planned = new Map(plan.map((file) => [file.path, file]));
  const files: ReportFile[] = [
    ...translations.map((file): ReportFile => {
      const output = shownOutput(file.output);
      const { action, reason } = planned.get(output)!;
      const obstacle = unwritten.get(output) ?? reason;
      const status = obstacle === null ? file.status : "failed";
      const shownReason = obstacle === null ? (file.syntaxError?.reason ?? null) : `${output}: ${obstacle}`;
      return {
        path: file.path,
        output,
        status,
        reason: shownReason,
        line: obstacle === null ? (file.syntaxError?.line ?? null) : null,
        action,
        helperCalls: file.helperCalls,
        outputLines: file.text.split("\n").length - 1,
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

const noOutput = { output: null, line: null, action: null, helperCalls: 0, outputLines: 0 };

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
