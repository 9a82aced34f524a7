// Runs the tool over folders of real Python, one repository a folder, and adds up what became of it:
//   npx tsx scripts/corpus.ts [--typecheck [--errors FILE]] [--load] [--out DIR] [--list FILE] FOLDER…
// --typecheck also checks the output with tsc --strict; --load also imports each file of it, shut off from network and disk; --out keeps the output; --list writes a line for each file, --errors one for
// each type error, with the line of TypeScript that has it.
// Nothing of it belongs into this repository: the folders hold other people's code.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { parseArgs } from "node:util";
import { migrate } from "../src/migrate/migrate.ts";
import type { Engine } from "../src/migrate/engine.ts";
import { runtimeFiles } from "../src/runtime-manifest.ts";
import { translateFiles } from "../src/translate-files.ts";
import { unknownNames } from "../src/workspace/runtime-files.ts";
import { checkLoads } from "./corpus/check-loads.ts";
import { checkTypes, parseErrors } from "./corpus/check-types.ts";
import { Tally } from "./corpus/tally.ts";

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    typecheck: { type: "boolean" },
    load: { type: "boolean" },
    out: { type: "string" },
    list: { type: "string" },
    errors: { type: "string" },
  },
});
if (folders.length === 0) {
  console.error("usage: npx tsx scripts/corpus.ts [--typecheck] [--load] [--out DIR] [--list FILE] FOLDER…");
  process.exit(2);
}

/** Where an internal error was thrown: the first line of its stack that is in the product. */
const thrown = new Map<string, string>();
const engine: Engine = {
  runtimeFiles,
  open: async () => ({
    jobs: 1,
    close: async () => {},
    translator: async (inputs, wish) => {
      try {
        return await translateFiles(inputs, wish);
      } catch (error) {
        const place =
          error instanceof Error ? error.stack?.split("\n").find((line) => /\/src\//.test(line)) : undefined;
        thrown.set(String(error), place?.replace(/^.*\/(src\/[^)]*)\)?$/, "$1") ?? "somewhere");
        throw error;
      }
    },
  }),
};

const outRoot = options.out === undefined ? mkdtempSync(join(tmpdir(), "corpus-")) : resolve(options.out);
const files = new Tally();
const [skipped, failed, internal] = [new Tally(), new Tally(), new Tally()];
const [codes, messages, assumptions] = [new Tally(), new Tally(), new Tally()];
const [unparsed, unknownRuntime, typeErrors, typeMessages] = [new Tally(), new Tally(), new Tally(), new Tally()];
const types = { complete: { checked: 0, clean: 0 }, partial: { checked: 0, clean: 0 } };
const [loads, unloadable, unequal] = [new Tally(), new Tally(), new Tally()];
const list: string[] = [];
const errorList: string[] = [];
let lines = 0;
const start = performance.now();

for (const folder of folders) {
  const name = basename(resolve(folder));
  const outDir = join(outRoot, name);
  if (process.stderr.isTTY) console.error(name);
  rmSync(outDir, { recursive: true, force: true });
  const result = await migrate(["."], { cwd: resolve(folder), outDir, write: true, all: true }, engine);
  const errorsOf = options.typecheck === true ? checkTypes(outDir, result.translations) : new Map<string, string[]>();
  const loaded = options.load === true ? await checkLoads(outDir, result.translations) : new Map<string, string>();
  for (const [path, outcome] of loaded) {
    const fails = outcome.includes(": ");
    loads.add(fails ? "fails" : outcome);
    if (fails) unloadable.add(outcome, `${name}/${path}`);
  }
  for (const file of result.report.files) {
    files.add(file.status);
    const where = `${name}/${file.path}`;
    if (file.status === "skipped") skipped.add(file.reason ?? "", where);
    if (file.status === "failed") {
      const cause = file.reason?.replace(/^internal error: /, "") ?? "";
      if (cause === file.reason) failed.add(cause, `${where}:${file.line}`);
      else internal.add(`${cause}  at ${thrown.get(cause) ?? "unknown"}`, where);
      list.push(`${where}\tfailed\t0\t0\t${file.reason}`);
    }
  }
  for (const translation of result.translations) {
    const { status, path, text, diagnostics, python } = translation;
    const where = `${name}/${path}`;
    lines += python.split("\n").length;
    for (const { code, category, message, range } of diagnostics) {
      if (category === "untranslated") {
        codes.add(code);
        messages.add(`${code} ${message}`, `${where}:${range.start.line}`);
      } else assumptions.add(`${code} ${message.replaceAll(/`[^`]*`/g, "`…`")}`, `${where}:${range.start.line}`);
    }
    for (const error of parseErrors(path, text)) unparsed.add(error, where);
    for (const missing of unknownNames(Object.values(translation.runtime).flat())) unknownRuntime.add(missing, where);
    const errors = errorsOf.get(path) ?? [];
    types[status].checked += 1;
    if (errors.length === 0) types[status].clean += 1;
    const written = errors.length > 0 ? readFileSync(join(outDir, translation.output), "utf8").split("\n") : [];
    for (const error of errors) {
      const line = Number(error.slice(error.lastIndexOf("@") + 1));
      errorList.push(`${where}:${line}\t${status}\t${error}\t${written[line - 1]?.trim()}`);
      typeErrors.add(`${status} ${error.slice(0, error.indexOf(" "))}`);
      typeMessages.add(
        `${status} ${error.slice(0, error.indexOf(" @"))}`,
        `${where} ${error.slice(error.indexOf(" @") + 1)}`,
      );
    }
    const untranslated = diagnostics.filter(({ category }) => category === "untranslated").length;
    const marks = text.split("@urllib2-to-fetch-todo").length - 1;
    if (marks !== untranslated) unequal.add(`${marks} marks, ${untranslated} reported`, where);
    list.push(`${where}\t${status}\t${untranslated}\t${errors.length}\t`);
  }
}

const seconds = (performance.now() - start) / 1000;
const memory = process.resourceUsage().maxRSS / 1024;
console.log(`${folders.length} repositories, ${files.total} files = ${files.inline()}; ${lines} lines translated`);
console.log(
  `${seconds.toFixed(1)} s${options.typecheck === true ? " with type checks" : ""}, peak ${memory.toFixed(0)} MB`,
);
skipped.print("skipped, by reason", 20);
failed.print("failed, by reason", 40);
internal.print("internal errors, by cause", 60);
unparsed.print("output that does not parse", 40);
unknownRuntime.print("imports that the runtime lacks", 40);
unequal.print("files whose marks are not the untranslated places of the report", 20);
codes.print("untranslated, by code", 60);
messages.print("untranslated, by message", 100);
assumptions.print("assumptions and hazards", 30);
if (options.typecheck === true) {
  for (const status of ["complete", "partial"] as const) {
    console.log(`\n${types[status].clean} of ${types[status].checked} ${status} files pass tsc --strict`);
  }
  typeErrors.print("type errors, by code", 40);
  typeMessages.print("type errors, by message", 100);
}
if (options.load === true) {
  loads.print("what importing a file comes to", 10);
  unloadable.print("files that cannot be loaded, by error", 60);
}
if (options.list !== undefined) writeFileSync(options.list, `${list.join("\n")}\n`);
if (options.errors !== undefined) writeFileSync(options.errors, `${errorList.join("\n")}\n`);
if (options.out === undefined) rmSync(outRoot, { recursive: true, force: true });
