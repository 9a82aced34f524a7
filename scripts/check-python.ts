// Compares our tree with CPython 2.7's own, file by file, over directories (by default CPython 2.7's library and our fixtures):
//   npm run check:python [-- <directory or file> …]
//   npm run check:python -- --record       record its trees of the fixtures and of test/python/constructs.py2.txt
// Prints what differs, and the counts as its last line; exit 1 if anything differs, 2 if there is nothing to compare with.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { decodeSource } from "../src/python/decode-source.ts";
import { parseModule } from "../src/python/parse-module.ts";
import { openParser } from "../src/python/parser.ts";
import { scan } from "../src/python/scan/scan.ts";
import { findPython } from "../src/verify/find-python.ts";
import { constructs, RECORDED_PATH } from "../test/python/constructs.ts";
import { cpythonTrees, cpythonTreesOfTexts, recordFixtures, type CPythonTree } from "../test/python/cpython-trees.ts";
import { neutralForm, withoutPlaces } from "../test/python/neutral-form.ts";

const python =
  (await findPython()) ??
  nothingToDo("No CPython 2.7 found: looked at PYTHON27, python2.7 on the PATH, and pyenv's versions.");

function nothingToDo(why: string): never {
  console.error(why);
  process.exit(2);
}

if (process.argv[2] === "--record") {
  const sources = constructs();
  const trees = await cpythonTreesOfTexts(python, sources);
  const forms = trees.map(({ status, form }) => (status === "ok" ? withoutPlaces(form) : null));
  const entries = sources.map((source, index) => [source, forms[index]]);
  writeFileSync(RECORDED_PATH, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  console.log(`${forms.length} constructs recorded, ${forms.filter((form) => form === null).length} of them refused`);
  console.log(`${await recordFixtures(python)} fixtures recorded`);
  process.exit(0);
}

const SHOW_LIBRARY = "import os; print os.path.dirname(os.__file__)";
const library = (): string => execFileSync(python.executable, ["-c", SHOW_LIBRARY], { encoding: "utf8" }).trim();

function pythonFiles(root: string): string[] {
  return statSync(root).isFile() ? [root] : globSync("**/*.py", { cwd: root, absolute: true }).sort();
}

const roots = process.argv.length > 2 ? process.argv.slice(2) : [library(), "fixtures"];
const files = roots.flatMap(pythonFiles);
if (files.length === 0) nothingToDo(`no Python files under ${roots.join(", ")}`);
const parser = await openParser();

const counts = {
  equal: 0,
  differing: 0,
  failing: 0,
  refusedByBoth: 0,
  undeclared: 0,
  accepted: 0,
  asPython3: 0,
  empty: 0,
};

/** Where two forms part, with some of what leads there. */
function difference(ours: string, theirs: string): string {
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  const lines = [...theirs.slice(0, at + 1).matchAll(/@(\d+)/g)];
  const from = Math.max(0, at - 60);
  const shown = (form: string): string => form.slice(from, at + 100);
  return `after line ${lines.at(-1)?.[1] ?? "?"}\n  ours    …${shown(ours)}\n  CPython …${shown(theirs)}`;
}

function compare({ path, status, form: theirs }: CPythonTree): void {
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
  const [problem] = problems;
  if (status === "error" || (status === "uncompiled" && problem !== undefined)) {
    if (problem !== undefined) counts.refusedByBoth++;
    else if (source.undeclared !== null) counts.undeclared++;
    else {
      counts.accepted++;
      console.log(`ACCEPTED ${path}: CPython says ${theirs.slice(0, 160)}`);
    }
    return;
  }
  if (status === "uncompiled") console.log(`UNCOMPILED ${path}: CPython parses it and refuses it then`);
  if (problem !== undefined) {
    counts.failing++;
    const line = source.text.slice(0, problem.span.start).split("\n").length;
    console.log(`FAILS ${path}:${line}: ${problem.message} (${problems.length} problems)`);
    return;
  }
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

let compared = 0;
for await (const tree of cpythonTrees(python, files)) {
  compare(tree);
  compared++;
}
if (compared < files.length) nothingToDo(`CPython's dump ended after ${compared} of ${files.length} files`);

const { equal, differing, failing, refusedByBoth, undeclared, accepted, asPython3, empty } = counts;
console.log(
  `${files.length} files, CPython ${python.version}, parser ${parser.name}: ${equal} equal, ${differing} differing, ${failing} failing; ` +
    `CPython refuses ${refusedByBoth + undeclared + accepted}: we do too ${refusedByBoth}, we read as UTF-8, and say so (A0128), ` +
    `${undeclared}, we accept ${accepted}; ${asPython3} read as Python 3; ${empty} empty`,
);
process.exit(differing + failing > 0 ? 1 : 0);
