import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { programOf, tapes } from "./generate/program.ts";
import type { Answer } from "./run/outcome.ts";

const FILE = fileURLToPath(new URL("recorded.jsonl", import.meta.url));

/** The programs of the test suite: always the same. */
export const fixedPrograms = (): string[] => fc.sample(tapes, { numRuns: 300, seed: 28 }).map(programOf);

const digest = (program: string): string => createHash("sha256").update(program).digest("hex").slice(0, 16);

/** What CPython 2.7 did with the programs when they were recorded; null for one that the generator did not make then. */
export function recordedAnswers(programs: readonly string[]): readonly (Answer | null)[] {
  const lines = existsSync(FILE) ? readFileSync(FILE, "utf8").trimEnd().split("\n") : [];
  const byDigest = new Map(lines.map((line) => JSON.parse(line) as [string, Answer]));
  return programs.map((program) => byDigest.get(digest(program)) ?? null);
}

export function recordAnswers(programs: readonly string[], answers: readonly Answer[]): void {
  writeFileSync(FILE, programs.map((program, i) => `${JSON.stringify([digest(program), answers[i]])}\n`).join(""));
}
