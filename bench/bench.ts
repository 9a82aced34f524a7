// Prints how long the parts take, as ratios within one run: `npm run bench [-- DIRECTORY …]`. The front end is measured on fixtures/legacy
// and on the Python files of each directory. Times are CPU time of the compiled code on this machine; it is the ratios that travel.
import { execFileSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { PythonParser } from "../src/python/parser.ts";
import { openParser, translateFiles } from "./compiled.ts";
import { timeExtremes } from "./limits.ts";
import { timeFrontEnd, timeGrowth } from "./front-end.ts";
import { linesOf, readInputs, readSources } from "./sources.ts";
import { clockTime, cpuTimes } from "./timing.ts";

const fixtures = fileURLToPath(new URL("../fixtures/legacy", import.meta.url));
const directories = [fixtures, ...process.argv.slice(2)];
const ratio = (a: number, b: number) => `${(a / b).toFixed(2)} ×`;
const perLine = (microseconds: number) => `${microseconds.toFixed(1)} µs a line`;
const row = (label: string, ...cells: string[]) => console.log(`${label.padEnd(34)}${cells.join("   ")}`);

console.log(`Node ${process.version}, CPU time\n`);

const parsers: PythonParser[] = [];
for (const name of ["native", "wasm"]) {
  process.env["URLLIB2_TO_FETCH_PARSER"] = name;
  try {
    parsers.push(await openParser());
  } catch (error) {
    console.log(`${name} not measured: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
for (const directory of directories) {
  const sources = readSources([directory]);
  const lines = linesOf(sources);
  const each = (ms: number) => perLine((ms * 1000) / lines);
  console.log(`${sources.length} files, ${lines} lines of ${directory === fixtures ? "fixtures/legacy" : directory}`);
  const times = await timeFrontEnd(sources, parsers);
  for (const [at, { bare, lowered }] of times.entries()) {
    row(`  ${parsers[at]!.name}, bare tree-sitter parse`, each(bare));
    row(`  ${parsers[at]!.name}, parse and lower`, each(lowered), `${ratio(lowered, bare)} the bare parse`);
  }
  const [native, wasm] = times;
  if (native && wasm) row("  wasm for native", ratio(wasm.lowered, native.lowered));
  if (directory !== fixtures) continue;
  const inputs = readInputs([fixtures]);
  const translate = parsers.map(({ name }) => [
    name,
    () => {
      process.env["URLLIB2_TO_FETCH_PARSER"] = name;
      return translateFiles(inputs);
    },
  ]);
  const whole: Record<string, number> = await cpuTimes(Object.fromEntries(translate), 5);
  for (const [at, { lowered }] of times.entries()) {
    const all = whole[parsers[at]!.name]!;
    row(`  ${parsers[at]!.name}, whole translation`, each(all), `${ratio(all, lowered)} parse and lower`);
  }
}
console.log();

delete process.env["URLLIB2_TO_FETCH_PARSER"];
const longest = readSources([fixtures]).reduce((a, b) => (b.lineStarts.length > a.lineStarts.length ? b : a));
const lengths = [1_500, 10_000, 100_000, 400_000];
const growth = await timeGrowth(longest, lengths, await openParser());
const [shortest] = growth;
for (const [at, { bare, lowered }] of growth.entries()) {
  const bareGrowth = `${ratio(bare, shortest!.bare)} for the bare parse`;
  row(
    `a file of ${lengths[at]} lines`,
    perLine(lowered),
    `${ratio(lowered, shortest!.lowered)} the shortest's`,
    bareGrowth,
  );
}

const usual = longest.text.repeat(Math.ceil(10_000 / (longest.lineStarts.length - 1)));
for (const [name, times] of await timeExtremes(usual, await openParser()))
  row(name, `${times.toFixed(2)} × a byte of a usual file of 10,000 lines`);

const script = fileURLToPath(new URL("peak-memory.mjs", import.meta.url));
for (const directory of directories) {
  const peak = execFileSync(process.execPath, [script, "650000", directory], { encoding: "utf8" });
  row("peak memory over 650,000 lines", `${peak.trim()} MB`, directory === fixtures ? "fixtures/legacy" : directory);
}

const bin = fileURLToPath(new URL("../dist/src/cli/bin.js", import.meta.url));
const start = (...args: string[]) => clockTime(() => execFileSync(process.execPath, args, { stdio: "ignore" }));
const empty = await start("-e", "0");
const help = await start(bin, "--help");
row("--help for node -e 0", ratio(help, empty), `${help.toFixed(0)} ms for ${empty.toFixed(0)} ms, by the clock`);
