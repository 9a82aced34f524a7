import { readFileSync } from "node:fs";

const LIST = new URL("constructs.py2.txt", import.meta.url);
const RECORDED = new URL("constructs.recorded.json", import.meta.url);

/** What CPython 2.7 makes of each construct: the neutral form, or null where it is a syntax error. */
export type RecordedForms = Readonly<Record<string, string | null>>;

/** Constructs of constructs.py2.txt as source text. */
export function constructs(): string[] {
  return linesOfTable(LIST).map(unescape);
}

/** The lines of a table of source texts, without its comments. */
export function linesOfTable(table: URL): string[] {
  const lines = readFileSync(table, "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("## "));
}

export function recordedForms(): RecordedForms {
  return JSON.parse(readFileSync(RECORDED, "utf8"));
}

export const RECORDED_PATH = RECORDED.pathname;

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\", n: "\n", t: "\t", f: "\f", v: "\v" };

export function unescape(line: string): string {
  return line.replace(/\\([\\ntfv])/g, (_, letter: string) => ESCAPES[letter]!);
}
