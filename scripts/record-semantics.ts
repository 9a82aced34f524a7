// Runs the semantics programs under CPython 2.7 and writes down what they print:  npx tsx scripts/record-semantics.ts [NAME…]
// NAME is the beginning of a program's path under fixtures/semantics or fixtures/repositories; without one, all are recorded.
// The syntax trees of all fixtures are recorded in any case.
import { rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { recordFixtures } from "../test/python/cpython-trees.ts";
import { readPrograms } from "../test/semantics/program-files.ts";
import { readRepositories } from "../test/semantics/repository-files.ts";
import { runPython } from "../test/semantics/run-python.ts";
import { requirePython } from "./require-python.ts";

const python = await requirePython();
const wanted = process.argv.slice(2);
for (const program of [...readPrograms().run, ...readRepositories()]) {
  if (wanted.length > 0 && !wanted.some((start) => program.name.startsWith(start))) continue;
  const { stdout, exit } = await runPython(python, program);
  const again = await runPython(python, program);
  if (again.stdout !== stdout || again.exit !== exit) {
    console.log(`${program.name}: refused: two runs differ`);
    process.exitCode = 1;
    continue;
  }
  const base = "files" in program ? dirname(program.path) : program.path.slice(0, -3);
  writeFileSync(`${base}.out`, stdout);
  if (exit === 0) rmSync(`${base}.exit`, { force: true });
  else writeFileSync(`${base}.exit`, `${exit}\n`);
  console.log(`${program.name}: ${stdout.split("\n").length - 1} lines${exit === 0 ? "" : `, exit ${exit}`}`);
}
await recordFixtures(python);
