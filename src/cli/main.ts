import { CommanderError } from "commander";
import picocolors from "picocolors";
import type { Colors } from "../report/colors.ts";
import type { CatalogueEntry } from "../diagnostics/catalogue.ts";
import type { Engine } from "../migrate/engine.ts";
import type { Io, Output } from "./io.ts";
import { buildProgram, type RunOptions } from "./options.ts";

/** What tests put in the place of the real thing. */
export interface Replacements {
  readonly engine?: Engine;
  readonly catalogue?: Readonly<Record<string, CatalogueEntry>>;
}

/**
 * The whole command line, without a process: reads arguments (those after the program's name), writes to the given
 * streams, and gives the exit code: 0 done, 1 findings, 2 usage, 3 incomplete, 130 interrupted.
 * What `--help` and `--version` do not need is loaded when it is needed.
 */
export async function main(argv: readonly string[], io: Io, replacements: Replacements = {}): Promise<number> {
  let exitCode = 0;
  const program = buildProgram(io, {
    async run(paths, options) {
      exitCode = options.version ? await showVersion(io) : await startRun(paths, options, io, replacements.engine);
    },
    async explain(code) {
      exitCode = await showExplanation(code, io, replacements.catalogue);
    },
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    if (io.signal?.aborted) return 130;
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Error && error.name === "UsageError") {
      io.stderr.write(`error: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

async function startRun(
  paths: readonly string[],
  options: RunOptions,
  io: Io,
  engine: Engine | undefined,
): Promise<number> {
  const { run } = await import("./run.ts");
  return run(paths, options, io, (stream) => colorsFor(stream, io, options.color), engine);
}

async function showVersion(io: Io): Promise<number> {
  const { toolVersion } = await import("../runtime-manifest.ts");
  io.stdout.write(`${toolVersion}\n`);
  return 0;
}

async function showExplanation(code: string, io: Io, replacement: Replacements["catalogue"]): Promise<number> {
  const { explain, unknownCode } = await import("./explain.ts");
  const catalogue = replacement ?? (await import("../diagnostics/catalogue.ts")).catalogue;
  const page = explain(code, catalogue, colorsFor(io.stdout, io, true));
  if (page === undefined) io.stderr.write(unknownCode(code, catalogue));
  else io.stdout.write(page);
  return page === undefined ? 2 : 0;
}

function colorsFor(stream: Output, { env }: Io, wanted: boolean): Colors {
  return picocolors.createColors(wanted && stream.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb");
}
