import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { Recording } from "../recording.ts";
import { programOf, tapes } from "./generate/program.ts";

const FOUND = new URL("found/", import.meta.url);

/** The programs of the test suite, always the same: those that showed a difference once, and some at random. */
export const fixedHttpPrograms = (): string[] => [
  ...readdirSync(FOUND)
    .toSorted()
    .map((name) => readFileSync(new URL(name, FOUND), "utf8")),
  ...fc.sample(tapes, { numRuns: 100, seed: 29 }).map(programOf),
];

/** What CPython 2.7 did with them, and its servers were sent. */
export const httpRecording = new Recording(fileURLToPath(new URL("recorded.jsonl", import.meta.url)));
