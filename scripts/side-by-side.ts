// Runs Python programs under CPython 2.7 and, translated, under Node, and says for each whether they did the same:
//   npm run side-by-side -- [--argv ARG]… [--stdin TEXT] [--out DIR] [--types] FILE.py… | FOLDER…
// A file is a program by itself; a folder is one of several files that starts at its main.py. `equal`; `reported`, with what is
// untranslated; `stopped` by the runtime, which said what it cannot do; `assumed`, different under reported assumptions, to be looked at;
// or `DIFFERENT`, which must not be. --out keeps the TypeScript, --types checks it with tsc --strict.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { createTwoFilesPatch } from "diff";
import { translateFiles } from "../src/translate-files.ts";
import { findPython, type Python } from "../src/verify/find-python.ts";
import { pythonProgram } from "../src/verify/python-program.ts";
import { type Program, runProgram } from "../src/verify/run-program.ts";
import { typescriptProgram } from "../src/verify/typescript-program.ts";
import { runtimeOutputs } from "../src/workspace/runtime-files.ts";
import { missingScaffold } from "../src/workspace/scaffold.ts";
import { typeCheck } from "../test/differential/translate-legacy.ts";
import { bundle } from "../test/semantics/bundle.ts";
import { readable, WORK } from "../test/semantics/run-python.ts";

/** Milliseconds a program may take. */
const LIMIT = 60_000;

const { values: options, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    argv: { type: "string", multiple: true, default: [] },
    stdin: { type: "string", default: "" },
    out: { type: "string" },
    types: { type: "boolean", default: false },
  },
});
const python = await findPython();
if (paths.length === 0 || python === null) {
  console.error(
    python === null ? "no CPython 2.7 found" : "usage: npm run side-by-side -- [options] FILE.py… | FOLDER…",
  );
  process.exit(2);
}
const root = options.out === undefined ? join(WORK, "..", "side-by-side", String(process.pid)) : resolve(options.out);
let differing = 0;
for (const path of paths) {
  // One after the other: what a program prints may depend on time.
  // oxlint-disable-next-line no-await-in-loop
  if (!(await compareBoth(python, resolve(path)))) differing++;
}
if (options.out === undefined) rmSync(root, { recursive: true, force: true });
process.exitCode = differing > 0 ? 1 : 0;

/** Prints what came of one program; false if it differs. */
async function compareBoth(py: Python, path: string): Promise<boolean> {
  const single = path.endsWith(".py");
  const [home, main] = single ? [dirname(path), basename(path)] : [path, "main.py"];
  const name = basename(path, ".py");
  const folder = join(root, name);
  rmSync(folder, { recursive: true, force: true });
  const sources = single
    ? [main]
    : readdirSync(home, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".py"));
  const translated = await translateFiles(
    sources.map((file) => ({
      path: file,
      module: file.replace(/(\/__init__)?\.py$/, "").replaceAll("/", "."),
      output: file.replace(/__init__\.py$/, "index.py").replace(/\.py$/, ".ts"),
      bytes: readFileSync(join(home, file)),
    })),
  );
  const done = translated.filter((file) => file.status !== "failed");
  const used = done.flatMap(({ runtime }) => Object.values(runtime).flat());
  const { files } = await missingScaffold(folder, true);
  for (const { path: file, text } of [
    ...done.map(({ output, text }) => ({ path: output, text })),
    ...runtimeOutputs(used).map(({ path: file, text }) => ({ path: `runtime/${file}`, text })),
    ...files.map((file) => ({ path: file.name, text: file.text })),
  ]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const told = translated.flatMap((file) => [
    ...(file.status === "failed" ? [`${file.path}: ${file.reason}`] : []),
    ...file.diagnostics.map((d) => `${d.code} ${d.file}:${d.range.start.line} ${d.message}`),
  ]);
  const untranslated = told.filter((line) => !/^[AH]/.test(line));
  const assumed = told.filter((line) => line.startsWith("A"));
  const typeErrors = options.types ? await typeCheck("typescript", folder) : "";
  const theirs = await run(
    { ...pythonProgram(py, join(home, main)), env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONIOENCODING: "utf-8" } },
    home,
  );
  const javascript = (await bundle(folder, [main.replace(/\.py$/, ".ts")]))(main.replace(/\.py$/, ".ts"));
  const ours = await run(typescriptProgram(javascript, null), home);
  const same = theirs.text === ours.text && theirs.last === ours.last;
  const stopped = /UntranslatedError|PrecisionError/.test(ours.last);
  const outcome =
    untranslated.length > 0
      ? "reported"
      : same
        ? "equal"
        : stopped
          ? "stopped"
          : assumed.length > 0
            ? "assumed"
            : "DIFFERENT";
  console.log(`${outcome.padEnd(9)} ${name}`);
  for (const line of [...untranslated, ...assumed]) console.log(`          ${line}`);
  if (typeErrors !== "") console.log(typeErrors.trimEnd().replace(/^/gm, "          "));
  if (!same && outcome !== "reported") {
    const patch = createTwoFilesPatch("CPython", "Node", theirs.text, ours.text, "", "", { context: 1 });
    console.log(patch.split("\n").slice(3).join("\n").replace(/^/gm, "          ").trimEnd());
    if (theirs.last !== ours.last) console.log(`          stderr: ${theirs.last}\n          against ${ours.last}`);
  }
  return outcome !== "DIFFERENT" && typeErrors === "";
}

/** Output and exit status, and the last line of standard error, which has an uncaught exception's class and message. */
async function run(program: Program, home: string): Promise<{ text: string; last: string }> {
  const cwd = mkdtempSync(join(tmpdir(), "side-"));
  // Data files that lie beside the program are there for it.
  for (const name of readdirSync(home)) {
    if (!/\.(py|ts)$/.test(name) && statSync(join(home, name)).size < 1e6 && statSync(join(home, name)).isFile())
      cpSync(join(home, name), join(cwd, name));
  }
  const { stdout, stderr, exit } = await runProgram(program, {
    argv: options.argv,
    env: {},
    stdin: options.stdin,
    cwd,
    limit: LIMIT,
  });
  rmSync(cwd, { recursive: true, force: true });
  const errors = stderr.toString("utf8").trimEnd().split("\n");
  const exception = errors.findLast((line) =>
    /^[A-Za-z_][\w.]*(Error|Exception|Exit|Interrupt|Iteration|Warning|\b)(:|$)/.test(line),
  );
  return {
    text: `${readable(stdout)}\n[exit ${exit}]\n`,
    last: (exit === 0 ? "" : (exception ?? "")).replace(/^[\w.]*\.(?=\w+(:|$))/, ""),
  };
}
