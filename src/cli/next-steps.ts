import type { Report } from "../report/report.ts";
import { tallyByCode } from "../report/tally.ts";
import type { Mode } from "../report/text.ts";
import type { RunOptions } from "./options.ts";

/** Commands that make sense after a run, ready to paste. */
export function nextSteps(
  report: Report,
  mode: Mode,
  paths: readonly string[],
  options: RunOptions,
): readonly { readonly does: string; readonly command: string }[] {
  const steps = [];
  const outputs = [...report.files, ...report.generated];
  const pending = outputs.some((file) => file.action === "create" || file.action === "replace");
  if (mode !== "write" && pending) steps.push({ does: "write it", command: writeCommand(paths, options) });
  if (mode === "write" && options.outDir !== undefined) {
    // A package.json that was there is its owner's; what it lacks is in the notes.
    const settings = report.generated.some(({ kind, path }) => kind === "scaffold" && path.endsWith("package.json"));
    if (options.runtime === "package" && settings)
      steps.push({ does: "install the runtime", command: `npm install --prefix ${quoted(options.outDir)}` });
    steps.push({ does: "type-check the output", command: `npx tsc -p ${quoted(options.outDir)}` });
  }
  const worst = tallyByCode(report.diagnostics.filter((one) => one.category === "untranslated"))[0];
  if (worst !== undefined) steps.push({ does: worst.title, command: `urllib2-to-fetch explain ${worst.code}` });
  return steps;
}

function writeCommand(paths: readonly string[], options: RunOptions): string {
  return [
    "urllib2-to-fetch",
    ...paths.map(quoted),
    ...(options.outDir === undefined ? [] : ["--out-dir", quoted(options.outDir)]),
    ...(options.all === true ? ["--all"] : []),
    ...(options.include ?? []).flatMap((glob) => ["--include", quoted(glob)]),
    ...(options.exclude ?? []).flatMap((glob) => ["--exclude", quoted(glob)]),
    ...(options.naming === "camel" ? [] : ["--naming", options.naming]),
    ...(options.runtime === "vendor" ? [] : ["--runtime", options.runtime]),
    "--write",
  ].join(" ");
}

/** As a POSIX shell reads it. */
function quoted(word: string): string {
  return /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
