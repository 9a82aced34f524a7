import { fileURLToPath } from "node:url";
import { digest, Recording } from "../recording.ts";
import { batteryPrograms, type BatteryProgram } from "./programs.ts";

/** One program in so many is tried by the test suite; which ones does not change when others are added. */
const SHARE = 80;

/** The programs of the test suite. */
export const slice = (): BatteryProgram[] =>
  batteryPrograms().filter(({ text }) => Number.parseInt(digest(text).slice(0, 8), 16) % SHARE === 0);

/** What CPython 2.7 did with them. */
export const sliceRecording = new Recording(fileURLToPath(new URL("recorded.jsonl", import.meta.url)));
