// Parses as many lines as its first argument says, from the directories that follow, file by file, none of which is kept, and prints the
// peak memory of this process in MB.
// A process of its own, since what others have used before would count too; for the same reason it looks for itself, and does not ask
// the system, to which a child's peak begins with what its parent had. Plain JavaScript: a loader of TypeScript takes 70 MB by itself.
import { readFileSync } from "node:fs";
import process from "node:process";
import { globSync } from "tinyglobby";
import { decodeSource } from "../dist/src/python/decode-source.js";
import { parseModule } from "../dist/src/python/parse-module.js";
import { openParser } from "../dist/src/python/parser.js";

const [, , lines = "0", ...directories] = process.argv;
const parser = await openParser();
const paths = directories.flatMap((cwd) => globSync("**/*.py", { cwd, absolute: true }));
let peak = 0;
let left = paths.length === 0 ? 0 : Number(lines);
while (left > 0) {
  for (const path of paths) {
    const source = decodeSource(path, readFileSync(path));
    if (!("text" in source)) continue;
    parseModule(source, parser);
    left -= source.lineStarts.length;
    await new Promise((resolve) => setImmediate(resolve));
    peak = Math.max(peak, process.memoryUsage.rss());
    if (left <= 0) break;
  }
}
console.log(Math.round(peak / 1e6));
