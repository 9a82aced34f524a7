import { type Type } from "../analysis/types.ts";
import { call, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { CallEmit } from "./entry.ts";
import { members } from "../analysis/join.ts";

/** The types of what text is written to. */
export const SINKS: readonly string[] = ["file", "StringIO.StringIO", "sys.stdout", "sys.stderr"];

/** Features of the runtime that write to a standard stream. */
const WRITERS: Readonly<Record<string, string>> = { "sys.stdout": "writeStdout", "sys.stderr": "writeStderr" };

/** The feature for the one standard stream that a value is; null for anything else, or where it may be something else. */
const writerOf = (type: Type): string | null => (type.k === "lib" ? (WRITERS[type.name] ?? null) : null);

export const isSink = (type: Type): boolean =>
  type.k !== "never" && members(type).every((m) => m.k === "lib" && SINKS.includes(m.name));

/** Something with a `write` that takes text as Python's has: of a file the file itself, of a standard stream what the runtime has for it. */
export function sink(runtime: CallEmit["runtime"], stream: ts.Expression, type: Type): ts.Expression {
  const writer = writerOf(type);
  if (writer !== null) return object([["write", runtime("python", writer)]]);
  const mayBeStandard = members(type).some((m) => writerOf(m) !== null);
  return mayBeStandard ? call(runtime("python", "textStream"), [stream]) : stream;
}

/** Writes text to a stream. */
export function writeText(
  runtime: CallEmit["runtime"],
  stream: () => ts.Expression,
  type: Type,
  text: ts.Expression,
): ts.Expression {
  const writer = writerOf(type);
  return writer === null
    ? method(sink(runtime, stream(), type), "write", [text])
    : call(runtime("python", writer), [text]);
}
