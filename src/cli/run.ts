import { writeFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import type { Colors } from "../report/colors.ts";
import { UsageError } from "../discover/discovered.ts";
import type { Engine } from "../migrate/engine.ts";
import { type Migration, migrate } from "../migrate/migrate.ts";
import { type Verdict, verdictOf } from "../report/exit-code.ts";
import { jsonReport } from "../report/json.ts";
import { patchReport } from "../report/patch.ts";
import { incompleteFiles } from "../report/report.ts";
import { type Mode, textReport } from "../report/text.ts";
import { makeFolder } from "../workspace/make-folder.ts";
import { patchBase } from "../workspace/patch-base.ts";
import type { PlannedFile } from "../workspace/plan.ts";
import { colouredDiff, pairedView } from "./diff-view.ts";
import type { Io } from "./io.ts";
import { nextSteps } from "./next-steps.ts";
import type { ReportRequest, RunOptions } from "./options.ts";
import { progressLine } from "./progress.ts";

/** Runs a migration as the options say, prints what they ask for, and gives the exit code. */
export async function run(
  paths: readonly string[],
  options: RunOptions,
  io: Io,
  colorsFor: (stream: Io["stdout"]) => Colors,
  engine?: Engine,
): Promise<number> {
  const reports = options.report ?? [];
  const toStdout = reports.filter((report) => report.file === null && report.format !== "text");
  if (toStdout.length > 1)
    throw new UsageError("only one of the reports can go to standard output; name a file for the others");
  const mode: Mode = options.write ? "write" : options.check ? "check" : "preview";

  const progress = progressLine(options.quiet ? { write() {} } : io.stderr);
  const migration = await migrate(
    paths,
    {
      ...options,
      cwd: io.cwd,
      write: mode === "write",
      ...(io.signal && { signal: io.signal }),
      onProgress: progress.show,
    },
    engine,
  ).finally(progress.clear);
  const verdict = verdictOf(migration.report, {
    maxUntranslated: options.maxUntranslated,
    check: mode === "check",
    exitZero: options.exitZero === true,
  });

  const base = await patchBase(io.cwd, migration.outputBase);
  const pathInPatch = ({ absolute }: PlannedFile) => relative(base, absolute).split(sep).join("/");
  const text = (colors: Colors) =>
    textReport(migration.report, {
      mode,
      verdict,
      outDir: options.outDir ?? null,
      next: nextSteps(migration.report, mode, paths, options),
      colors,
    });
  const render = ({ format, file }: ReportRequest): string => {
    if (format === "json") return jsonReport(migration.report);
    if (format === "patch") return patchReport(migration.plan, pathInPatch);
    return text(colorsFor(file === null ? io.stdout : { write() {} }));
  };
  for (const report of reports) if (report.file !== null) await writeReport(report.file, render(report), io.cwd);

  const machine = toStdout[0];
  if (machine !== undefined) io.stdout.write(render(machine));
  const people = machine === undefined ? io.stdout : io.stderr;
  const colors = colorsFor(people);
  if (options.quiet) {
    people.write(quietText(migration, verdict));
  } else {
    if (machine === undefined)
      io.stdout.write(
        diffText(migration, options.diff ?? (mode === "preview" ? "unified" : "none"), pathInPatch, io, colors),
      );
    people.write(text(colors));
  }
  return verdict.exitCode;
}

async function writeReport(file: string, text: string, cwd: string): Promise<void> {
  const path = resolve(cwd, file);
  try {
    await makeFolder(dirname(path));
    await writeFile(path, text);
  } catch (error) {
    throw new UsageError(
      `the report '${file}' cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function diffText(
  { plan, translations, report }: Migration,
  style: NonNullable<RunOptions["diff"]>,
  pathInPatch: (file: PlannedFile) => string,
  io: Io,
  colors: Colors,
): string {
  if (style === "none") return "";
  if (style === "paired") {
    const outputs = new Map(report.files.map((file) => [file.path, file.output]));
    return pairedView(
      translations.map((translation) => ({ translation, output: outputs.get(translation.path) ?? "" })),
      colors,
    );
  }
  // On a terminal the runtime, which is the same for every repository, would bury the translation; a pipe gets it all.
  const shown = io.stdout.isTTY ? plan.filter((file) => file.kind === "translation") : plan;
  const diff = patchReport(shown, pathInPatch);
  if (diff === "") return "";
  const { dim, isColorSupported } = colors;
  const rest = shown.length === plan.length ? "" : `${dim("(the runtime's files are in --report patch=FILE)")}\n`;
  return `${isColorSupported ? colouredDiff(diff, colors) : diff}${rest}\n`;
}

/** Only what went wrong. */
function quietText({ report }: Migration, { exitCode, because }: Verdict): string {
  const failed = [...incompleteFiles(report.files), ...report.generated.filter((file) => file.reason !== null)];
  const lines = failed.map(
    (file) => `${file.path}${"line" in file && file.line !== null ? `:${file.line}` : ""}: ${file.reason}`,
  );
  if (exitCode !== 0) lines.push(`exit ${exitCode}: ${because}`);
  return lines.map((line) => `${line}\n`).join("");
}
