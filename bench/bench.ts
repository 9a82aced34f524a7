// Prints how long the parts take, as ratios within one run: `npm run bench`. The times are of this machine, the ratios travel.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { translateFiles } from "../src/translate-files.ts";
import { decodeSource } from "../src/python/decode-source.ts";
import { parseModule } from "../src/python/parse-module.ts";
import { openParser } from "../src/python/parser.ts";
import type { SourceInput } from "../src/translation.ts";
import { medianTime } from "./median-time.ts";

const root = fileURLToPath(new URL("../fixtures/legacy/", import.meta.url));
const inputs: readonly SourceInput[] = globSync("**/*.py", { cwd: root })
  .sort()
  .map((path) => ({
    path,
    module: path.slice(0, -".py".length).replaceAll("/", "."),
    output: path.replace(/\.py$/, ".ts"),
    bytes: readFileSync(root + path),
  }));
const sources = inputs.map(({ path, bytes }) => decodeSource(path, bytes)).filter((source) => "text" in source);
const lines = sources.reduce((sum, { text }) => sum + text.split("\n").length - 1, 0);
console.log(`${sources.length} files, ${lines} lines of fixtures/legacy, Node ${process.version}\n`);

const perLine = (ms: number) => `${((ms * 1000) / lines).toFixed(1)} µs a line`;
const ratio = (a: number, b: number) => `${(a / b).toFixed(2)} ×`;

// Without this the parser that is measured first would pay for the compilation of what both use.
for (let run = 0; run < 10; run++) await translateFiles(inputs);

const whole = new Map<string, number>();
for (const name of ["native", "wasm"]) {
  process.env["URLLIB2_TO_FETCH_PARSER"] = name;
  let parser;
  try {
    parser = await openParser();
  } catch (error) {
    console.log(`${name.padEnd(7)} not measured: ${error instanceof Error ? error.message : String(error)}\n`);
    continue;
  }
  const { parse } = parser;
  const bare = await medianTime(() => {
    for (const { text } of sources) parse(text).free();
  });
  const lowered = await medianTime(() => {
    for (const source of sources) parseModule(source, parser);
  });
  const all = await medianTime(() => translateFiles(inputs));
  whole.set(name, all);
  console.log(`${name.padEnd(7)} bare tree-sitter parse   ${perLine(bare)}`);
  console.log(`        parse and lower          ${perLine(lowered)}   ${ratio(lowered, bare)} the bare parse`);
  console.log(`        whole translation        ${perLine(all)}   ${ratio(all, lowered)} parse and lower\n`);
}
const [native, wasm] = [whole.get("native"), whole.get("wasm")];
if (native !== undefined && wasm !== undefined)
  console.log(`wasm for native, whole translation   ${ratio(wasm, native)}`);

const bin = fileURLToPath(new URL("../dist/src/cli/bin.js", import.meta.url));
const start = (...args: string[]) => medianTime(() => execFileSync(process.execPath, args, { stdio: "ignore" }));
const empty = await start("-e", "0");
const help = await start(bin, "--help");
console.log(
  `--help for node -e 0                 ${ratio(help, empty)}   ${help.toFixed(0)} ms for ${empty.toFixed(0)} ms`,
);
