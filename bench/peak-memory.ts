// Parses as many lines as its first argument says, from the directories that follow, and prints the peak memory of this process in MB.
// A process of its own, since what others have used before would count too; for the same reason it looks for itself, and does not ask
// the system, to which a child's peak begins with what its parent had.
import process from "node:process";
import { openParser, parseModule } from "./compiled.ts";
import { readSources } from "./sources.ts";
import { nextTurn } from "./timing.ts";

const [, , lines = "0", ...directories] = process.argv;
const parser = await openParser();
const sources = readSources(directories);
let peak = 0;
for (let left = Number(lines); left > 0;) {
  for (const source of sources) {
    parseModule(source, parser);
    left -= source.lineStarts.length;
    await nextTurn();
    peak = Math.max(peak, process.memoryUsage.rss());
    if (left <= 0) break;
  }
}
console.log(Math.round(peak / 1e6));
