import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { programOf, tapes } from "./generate/program.ts";
import type { Answer } from "./run/outcome.ts";

/** The programs of the test suite: always the same. */
export const fixedPrograms = (): string[] => fc.sample(tapes, { numRuns: 300, seed: 28 }).map(programOf);

/** A name for a program's text. */
export const digest = (program: string): string => createHash("sha256").update(program).digest("hex").slice(0, 16);

/** A file of what CPython 2.7 did with programs when they were recorded, by their digests. */
export class Recording {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Null for a program that was not made then. */
  answers(programs: readonly string[]): readonly (Answer | null)[] {
    const lines = existsSync(this.#file) ? readFileSync(this.#file, "utf8").trimEnd().split("\n") : [];
    const byDigest = new Map(lines.map((line) => JSON.parse(line) as [string, Answer]));
    return programs.map((program) => byDigest.get(digest(program)) ?? null);
  }

  write(programs: readonly string[], answers: readonly Answer[]): void {
    const lines = programs.map((program, i) => `${JSON.stringify([digest(program), answers[i]])}\n`);
    writeFileSync(this.#file, lines.join(""));
  }
}

/** That of the random programs. */
export const fixedRecording = new Recording(fileURLToPath(new URL("recorded.jsonl", import.meta.url)));
