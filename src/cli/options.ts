import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { type ReportFormat, reportFormats } from "../report/formats.ts";
import type { RuntimeSource } from "../translation.ts";
import { closest } from "./closest.ts";
import type { Io } from "./io.ts";

export type DiffStyle = "unified" | "paired" | "none";

export interface ReportRequest {
  readonly format: ReportFormat;
  /** File to write it to; `null` for standard output. */
  readonly file: string | null;
}

/** The options of a run, as commander gives them. */
export interface RunOptions {
  readonly dryRun?: true;
  readonly write?: true;
  readonly outDir?: string;
  readonly check?: true;
  readonly report?: readonly ReportRequest[];
  readonly diff?: DiffStyle;
  readonly jobs?: number;
  readonly exitZero?: true;
  readonly maxUntranslated: number;
  readonly all?: true;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly naming: "camel" | "preserve";
  readonly runtime: RuntimeSource;
  readonly quiet?: true;
  readonly color: boolean;
  readonly version?: true;
}

/** What each command does; each returns the exit code through `done`. */
export interface Actions {
  run(paths: readonly string[], options: RunOptions): Promise<void>;
  explain(code: string): Promise<void>;
}

const examples = `Translate Python 2 scripts that use urllib2 into TypeScript that does the same with fetch.

Examples:
  $ urllib2-to-fetch jobs                        preview: the diff, what is left, the totals
  $ urllib2-to-fetch jobs --out-dir ts --write   write the TypeScript to ts/
  $ urllib2-to-fetch jobs --diff paired | less   read Python and TypeScript line by line
  $ urllib2-to-fetch jobs --report json=out.json keep the findings for scripts
  $ urllib2-to-fetch jobs --out-dir ts --check   in CI: fail if ts/ is stale or patterns are left
  $ urllib2-to-fetch explain U0101               what a finding means, and what to do
`;

const exitCodes = `
Exit codes:
  0  done, nothing left over
  1  untranslated patterns remain over the limit, an edited output needs a merge, or --check found stale output
  2  the command was wrong: an unknown flag, a path that does not exist
  3  incomplete: a file could not be read, parsed or written; all the others are done
`;

/** The command line's grammar. Parsing errors are thrown as commander's own, after their one line went to stderr. */
export function buildProgram(io: Io, actions: Actions): Command {
  const program = new Command("urllib2-to-fetch")
    .usage("[paths...] [options]")
    .addHelpOption(new Option("-h, --help", "show this help").helpGroup("How:"))
    .helpCommand(false)
    .addHelpText("before", examples)
    .addHelpText("after", exitCodes)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
    })
    .addArgument(new Argument("[paths...]", "files or folders").default(["."], "the working directory"))
    .optionsGroup("What to do:")
    .addOption(new Option("--dry-run", "preview only, write nothing (the default)").conflicts(["write", "check"]))
    .addOption(new Option("--write", "write the TypeScript and the runtime it needs").conflicts("check"))
    .option("--check", "for CI: exit 1 also if written output is stale or missing")
    .option("--out-dir <dir>", "write to a folder that mirrors the sources (default: beside each source)")
    .optionsGroup("Which files:")
    .option("--all", "every Python file, not only those that use urllib2, import such a file or are imported by one")
    .option("--include <glob>", "only files that match; repeatable", collect)
    .option("--exclude <glob>", "leave out files that match; repeatable", collect)
    .optionsGroup("Output:")
    .addOption(
      new Option("--diff <style>", "the change as a patch, or each Python line with its TypeScript").choices([
        "unified",
        "paired",
        "none",
      ]),
    )
    .option("--report <format[=file]>", `${reportFormats.join(", ")}; repeatable`, addReport)
    .option("--quiet", "only failures and the exit code's reason")
    .option("--no-color", "no colours (also: NO_COLOR)")
    .optionsGroup("How:")
    .addOption(
      new Option("--naming <style>", "camelCase, or Python's own names")
        .choices(["camel", "preserve"])
        .default("camel"),
    )
    .addOption(
      new Option("--runtime <source>", "vendor: written with the output; package: imported from npm")
        .choices(["vendor", "package"])
        .default("vendor"),
    )
    .option("--jobs <n>", "threads (default: by the number of files)", positive)
    .option("--max-untranslated <n>", "patterns that may stay untranslated without exit 1", count, 0)
    .option("--exit-zero", "0 instead of 1")
    .option("-V, --version", "show the version")
    .action((paths: string[], options: RunOptions) => actions.run(paths, options));
  program
    .command("explain")
    .description("what a finding's code means, and what to do")
    .argument("<code>", "such as U0101")
    .action((code: string) => actions.explain(code));
  return program;
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** `json` or `json=report.json`. */
function addReport(value: string, previous: readonly ReportRequest[] = []): readonly ReportRequest[] {
  const [name = "", ...rest] = value.split("=");
  const format = reportFormats.find((known) => known === name);
  const file = rest.length === 0 ? null : rest.join("=");
  if (format === undefined) {
    const near = closest(name, reportFormats)[0];
    throw new InvalidArgumentError(
      `The formats are ${reportFormats.join(", ")}.${near === undefined ? "" : ` Did you mean ${near}?`}`,
    );
  }
  if (file === "") throw new InvalidArgumentError("The file name after '=' is missing.");
  return [...previous, { format, file }];
}

function positive(value: string): number {
  const number = count(value);
  if (number === 0) throw new InvalidArgumentError("It must be at least 1.");
  return number;
}

function count(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("It must be a whole number, such as 4.");
  return Number(value);
}
