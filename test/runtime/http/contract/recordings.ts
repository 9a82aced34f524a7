import { existsSync, readFileSync, writeFileSync } from "node:fs";

const file = (name: string): URL => new URL(`../recorded/${name}.json`, import.meta.url);

/** What CPython 2.7.18 did, by the row's key; nothing if it was not recorded yet. */
export function readRecording(name: string): ReadonlyMap<string, unknown> {
  if (!existsSync(file(name))) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file(name), "utf8")) as object));
}

/** One row a line, so that a change shows what changed. */
export function writeRecording(name: string, outcomes: ReadonlyMap<string, unknown>): void {
  const lines = Array.from(outcomes, ([key, outcome]) => `${JSON.stringify(key)}: ${JSON.stringify(outcome)}`);
  writeFileSync(file(name), `{\n${lines.join(",\n")}\n}\n`);
}
