// Compares our tree with CPython 2.7's own, file by file, over directories (by default CPython 2.7's library):
//   npm run check:python [-- <directory or file> …]
//   npm run check:python -- --record       record its trees of test/python/constructs.py2.txt for machines without it
// The interpreter is $PYTHON2, or `python2.7`. Prints what differs, and the counts as its last line; exit 1 if anything differs.
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { globSync } from "tinyglobby";
import { decodeSource } from "../src/python/decode-source.ts";
import { parseModule } from "../src/python/parse-module.ts";
import { openParser } from "../src/python/parser.ts";
import { scan } from "../src/python/scan.ts";
import { constructs, RECORDED_PATH } from "../test/python/constructs.ts";
import { neutralForm } from "../test/python/neutral-form.ts";

const python = process.env["PYTHON2"] ?? "python2.7";
const DUMP = new URL("../test/python/dump-ast.py", import.meta.url).pathname;

function library(): string {
  try {
    return execFileSync(python, ["-c", "import os; print os.path.dirname(os.__file__)"], { encoding: "utf8" }).trim();
  } catch {
    console.error(`check-python needs CPython 2.7: '${python}' does not run (set PYTHON2)`);
    return process.exit(2);
  }
}

function pythonFiles(root: string): string[] {
  return statSync(root).isFile() ? [root] : globSync("**/*.py", { cwd: root, absolute: true }).sort();
}

if (process.argv[2] === "--record") {
  const sources = constructs();
  const input = sources.map((source) => `${JSON.stringify(source)}\n`).join("");
  const lines = execFileSync(python, [DUMP, "--text"], { input, encoding: "utf8" }).trimEnd().split("\n");
  const forms = sources.map((source, index) => {
    const [, status, form = ""] = lines[index]!.split("\t");
    return [source, status === "ok" ? form : null];
  });
  writeFileSync(RECORDED_PATH, `${JSON.stringify(Object.fromEntries(forms), null, 2)}\n`);
  console.log(
    `${forms.length} constructs recorded, ${forms.filter(([, form]) => form === null).length} of them refused`,
  );
  process.exit(0);
}

const roots = process.argv.length > 2 ? process.argv.slice(2) : [library()];
const files = roots.flatMap(pythonFiles);
if (files.length === 0) {
  console.error(`no Python files under ${roots.join(", ")}`);
  process.exit(2);
}
const parser = await openParser();

const counts = {
  equal: 0,
  differing: 0,
  failing: 0,
  refusedByBoth: 0,
  refusedByCPythonOnly: 0,
  asPython3: 0,
  empty: 0,
};

/** Where two forms part, with some of what leads there. */
function difference(ours: string, theirs: string): string {
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  const lines = [...theirs.slice(0, at + 1).matchAll(/@(\d+)/g)];
  const from = Math.max(0, at - 60);
  return `after line ${lines.at(-1)?.[1] ?? "?"}\n  ours   …${ours.slice(from, at + 100)}\n  CPython …${theirs.slice(from, at + 100)}`;
}

function compare(path: string, status: string, theirs: string): void {
  const source = decodeSource(path, readFileSync(path));
  if ("reason" in source) {
    if (status === "error") counts.refusedByBoth++;
    else if (source.reason === "empty" && theirs === "[]") counts.empty++;
    else {
      counts.failing++;
      console.log(`FAILS ${path}: ${source.reason} (line ${source.line})`);
    }
    return;
  }
  const { module, problems } = parseModule(source, parser);
  if (status === "error") {
    if (problems.length > 0) counts.refusedByBoth++;
    else {
      counts.refusedByCPythonOnly++;
      console.log(`ACCEPTED ${path}: CPython says ${theirs.slice(0, 160)}`);
    }
    return;
  }
  const problem = problems[0];
  if (problem !== undefined && status === "uncompiled") counts.refusedByBoth++;
  else if (problem !== undefined) {
    counts.failing++;
    const line = source.text.slice(0, problem.span.start).split("\n").length;
    console.log(`FAILS ${path}:${line}: ${problem.message} (${problems.length} problems)`);
  } else {
    const ours = neutralForm(module, source);
    if (ours === theirs) counts.equal++;
    else if (scan(source.text).dialect === "python3") {
      counts.asPython3++;
      console.log(`PYTHON 3 ${path}: compiles under both, and is read as Python 3 by its imports or first line`);
    } else {
      counts.differing++;
      console.log(`DIFFERS ${path}: ${difference(ours, theirs)}`);
    }
  }
}

const child = spawn(python, [DUMP], { stdio: ["pipe", "pipe", "inherit"] });
child.stdin.end(files.join("\n") + "\n");
for await (const line of createInterface({ input: child.stdout })) {
  const [path = "", status = "", form = ""] = line.split("\t");
  compare(path, status, form);
}

const { equal, differing, failing, refusedByBoth, refusedByCPythonOnly, asPython3, empty } = counts;
console.log(
  `${files.length} files, parser ${parser.name}: ${equal} equal, ${differing} differing, ${failing} failing; ` +
    `CPython refuses ${refusedByBoth + refusedByCPythonOnly}, of which we accept ${refusedByCPythonOnly}; ${asPython3} read as Python 3; ${empty} empty`,
);
process.exit(differing + failing > 0 ? 1 : 0);
