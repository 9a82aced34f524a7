import type { Colors } from "./colors.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Verdict } from "./exit-code.ts";
import { counted } from "./plural.ts";
import { incompleteFiles, type Report } from "./report.ts";
import { tallyByCode } from "./tally.ts";

export type Mode = "preview" | "write" | "check";

export interface TextOptions {
  readonly mode: Mode;
  readonly verdict: Verdict;
  /** Where the output goes, as the user would write it; `null` for beside the sources. */
  readonly outDir: string | null;
  /** Commands that make sense next, with what each does, most useful first. */
  readonly next: readonly { readonly does: string; readonly command: string }[];
  readonly colors: Colors;
}

/** The report for people: what failed, what is left and why, what to look at, and the totals last. */
export function textReport(report: Report, options: TextOptions): string {
  const { colors } = options;
  const of = (category: Diagnostic["category"]) => report.diagnostics.filter((one) => one.category === category);
  return [
    translated(report, colors),
    failures(report, colors),
    outputsLeftAlone(report, colors),
    leftovers(of("untranslated"), colors),
    remarks("Hazards in the original, kept as they are", of("hazard"), colors),
    remarks("Exact under an assumption", of("assumption"), colors),
    retryLoops(report, colors),
    footer(report, options),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

const filesShown = 30;

function translated({ files, diagnostics }: Report, { bold, dim, green, yellow }: Colors): string[] {
  const left = (path: string) =>
    diagnostics.filter((one) => one.file === path && one.category === "untranslated").length;
  const lines = files.flatMap(({ path, output, status }) => {
    if (status === "complete") return [`  ${green("+")} ${path} -> ${output}`];
    return status === "partial" ? [`  ${yellow("~")} ${path} -> ${output}  ${yellow(`${left(path)} left`)}`] : [];
  });
  if (lines.length === 0) return [];
  const more = lines.length - filesShown;
  return [bold("Translated"), "", ...lines.slice(0, filesShown), ...(more > 0 ? [dim(`    and ${more} more`)] : [])];
}

function failures({ files, generated }: Report, { bold, red }: Colors): string[] {
  const lines = [
    ...incompleteFiles(files).map(
      ({ path, line, reason }) => `  ${red("x")} ${path}${line === null ? "" : `:${line}`}  ${reason}`,
    ),
    ...generated.filter((file) => file.reason !== null).map(({ path, reason }) => `  ${red("x")} ${path}  ${reason}`),
  ];
  return lines.length === 0 ? [] : [bold("Failed"), "", ...lines];
}

/** Outputs that a person edited, which stay as they are. */
function outputsLeftAlone({ files, generated }: Report, { bold, dim, yellow }: Colors): string[] {
  const outputs = [...files.map(({ output, action }) => ({ path: output, action })), ...generated];
  const lines = [
    ...outputs
      .filter(({ action }) => action === "needs-merge")
      .map(({ path }) => `  ${yellow("!")} ${path}  needs-merge: you edited it; its translation is a new one now`),
    ...outputs
      .filter(({ action }) => action === "kept-edits")
      .map(({ path }) => `    ${path}  kept-edits: you edited it; its translation is as it was`),
  ];
  const how = "    to take the tool's text: keep your edits elsewhere, delete the file, run again";
  return lines.length === 0 ? [] : [bold("Edited outputs, left alone"), "", ...lines, dim(how)];
}

function leftovers(untranslated: readonly Diagnostic[], { bold, dim, red }: Colors): string[] {
  if (untranslated.length === 0) return [];
  const places = untranslated.flatMap((one) => [
    "",
    `  ${bold(place(one))}  ${red(one.code)}  ${one.title}: ${one.message}`,
    `      ${dim(one.snippet)}`,
    `      fix: ${one.remedy}`,
  ]);
  const tallies = tallyByCode(untranslated);
  if (tallies.length === 1) return [bold("Left untranslated"), ...places];
  const width = Math.max(...tallies.map((tally) => tally.title.length));
  const table = tallies.map(({ code, title, diagnostics, files, lastIn }) => {
    const finishes = lastIn === 0 ? "" : `  finishes ${counted(lastIn, "file")}`;
    const count = counted(diagnostics.length, "place").padStart(11);
    return `  ${red(code)}  ${title.padEnd(width)}  ${count}  ${counted(files, "file").padStart(9)}${finishes}`.trimEnd();
  });
  return [bold("Left untranslated"), ...places, "", bold("By what would finish most files"), "", ...table];
}

const retriesShown = 20;

/** The retry loops as they were understood, because they are what a reviewer looks for. */
function retryLoops({ retries }: Report, { bold, dim }: Colors): string[] {
  if (retries.length === 0) return [];
  const lines = retries
    .slice(0, retriesShown)
    .map(
      ({ file, line, shape, backoff, catches }) => `  ${file}:${line}  ${shape}, ${backoff}, on ${catches.join(", ")}`,
    );
  const more = retries.length - retriesShown;
  return [bold("Retry loops"), "", ...lines, ...(more > 0 ? [dim(`    and ${more} more`)] : [])];
}

const placesShown = 4;

/** Assumptions and hazards, one entry a code: they are for sign-off, not for work, and there may be many of each. */
function remarks(heading: string, diagnostics: readonly Diagnostic[], { bold, dim, yellow }: Colors): string[] {
  if (diagnostics.length === 0) return [];
  const entries = tallyByCode(diagnostics).flatMap(({ code, title, diagnostics: found, files }) => {
    const more = found.length > placesShown ? ` and ${found.length - placesShown} more` : "";
    const where = found.length === 1 ? "" : dim(`  ${counted(found.length, "place")} in ${counted(files, "file")}`);
    return [
      "",
      `  ${yellow(code)}  ${title}${where}`,
      `      ${found[0]!.message}`,
      `      ${found.slice(0, placesShown).map(place).join("  ")}${more}`,
    ];
  });
  return [bold(heading), ...entries];
}

function footer(report: Report, { mode, verdict, outDir, next, colors }: TextOptions): string[] {
  const { totals } = report;
  const { bold, green, red, yellow, dim } = colors;
  const row = (name: string, value: string) => `  ${bold(name.padEnd(8))} ${value}`;
  const part = (count: number, name: string, color: (text: string) => string) => {
    const text = `${count} ${name}`;
    return count === 0 ? dim(text) : color(text);
  };
  const files = [
    part(totals.complete, "complete", green),
    part(totals.partial, "partial", yellow),
    part(totals.skipped, "skipped", String),
    part(totals.failed, "failed", red),
  ];
  const left = [
    part(totals.untranslated, "untranslated", red),
    part(totals.assumptions, totals.assumptions === 1 ? "assumption" : "assumptions", yellow),
    part(totals.hazards, totals.hazards === 1 ? "hazard" : "hazards", yellow),
  ];
  const { exitCode, because } = verdict;
  const commandWidth = Math.min(60, Math.max(0, ...next.map(({ command }) => command.length)));
  const verdictColor = exitCode === 0 ? green : exitCode === 1 ? yellow : red;
  return [
    row("Files", `${totals.files} = ${files.join(" + ")}`),
    ...skipReasons(report).map((line) => row("", dim(line))),
    row("Left", left.join(" · ")),
    ...(totals.helperCalls === 0
      ? []
      : [
          row(
            "Helpers",
            `${((100 * totals.helperCalls) / totals.outputLines).toFixed(1)} in 100 lines: ${counted(totals.helperCalls, "use")} of what does as Python's operators and built-ins do`,
          ),
        ]),
    ...outputRows(report, mode, outDir).map((line, index) => row(index === 0 ? "Output" : "", line)),
    ...report.notes.map((note) => row("Note", note)),
    "",
    ...next.map(({ does, command }, index) =>
      row(index === 0 ? "Next" : "", `${command.padEnd(commandWidth)}   ${dim(`# ${does}`)}`),
    ),
    ...(next.length === 0 ? [] : [""]),
    `  ${verdictColor(`exit ${exitCode}`)}${because === "" ? "" : `: ${because}`}`,
  ];
}

function skipReasons({ files }: Report): string[] {
  const counts = new Map<string, number>();
  for (const { status, reason } of files) {
    if (status === "skipped") counts.set(reason!, (counts.get(reason!) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${count} skipped: ${reason}`);
}

/** What becomes of the outputs, and where; in a preview, that nothing was written. */
function outputRows({ files, generated }: Report, mode: Mode, outDir: string | null): string[] {
  const count = (list: readonly { readonly action: string | null; readonly reason: string | null }[], action: string) =>
    list.filter((file) => file.action === action && file.reason === null).length;
  const verbs =
    mode === "write"
      ? ({ create: "created", replace: "replaced" } as const)
      : ({ create: "to create", replace: "to replace" } as const);
  const summary = (list: Parameters<typeof count>[0]) =>
    [
      [count(list, "create"), verbs.create] as const,
      [count(list, "replace"), verbs.replace] as const,
      [count(list, "unchanged"), "unchanged"] as const,
      [count(list, "kept-edits") + count(list, "needs-merge"), "left alone"] as const,
    ]
      .filter(([number]) => number > 0)
      .map(([number, name]) => `${number} ${name}`)
      .join(", ");
  const own = summary(files);
  const extra = summary(generated);
  const kinds = generated.some(({ kind }) => kind === "runtime") ? "runtime and settings" : "settings";
  const where = outDir === null ? "beside the sources" : `in ${outDir}`;
  return [
    ...(own === "" ? [] : [`${own} ${where}`]),
    ...(extra === "" ? [] : [`${extra}: the ${kinds} that the output needs`]),
    ...(mode === "write" ? [] : ["nothing was written"]),
  ];
}

function place({ file, range: { start } }: Diagnostic): string {
  return `${file}:${start.line}:${start.column}`;
}
