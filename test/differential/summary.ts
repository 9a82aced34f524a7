import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("../../.tmp/differential/summary.txt", import.meta.url));

/** Leaves a line for the end of the run; the tests run in a worker, whose output comes before the totals. */
export function writeSummary(line: string): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${line}\n`);
}

/** Vitest's global setup: what it returns runs after everything else, and prints the line if the tests left one. */
export default function setup(): () => void {
  rmSync(FILE, { force: true });
  return () => {
    try {
      console.log(readFileSync(FILE, "utf8").trimEnd());
    } catch {
      // The differential tests were not part of this run.
    }
  };
}
