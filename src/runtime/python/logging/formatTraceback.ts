import { BaseException } from "../exceptions/BaseException.ts";

/** `traceback.format_exc()`, without its last line end: the places are those of the TypeScript. */
export function formatTraceback(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const places = [
    ...stack.matchAll(/^\s+at (?:(.*?) \()?(?:file:\/\/)?(\/?[^()\s][^()]*?):(\d+):\d+\)?$/gm),
  ].toReversed();
  const lines = places
    .filter(([, , file = ""]) => !file.startsWith("node:") && !/\/runtime\/(python|http)\//.test(file))
    .map(([, name = "<module>", file, line]) => `  File "${file}", line ${line}, in ${name.replace(/^async /, "")}\n`);
  return `Traceback (most recent call last):\n${lines.join("")}${lastLine(error)}`;
}

function lastLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error instanceof BaseException ? error.toString() : error.message;
  return text === "" ? error.name : `${error.name}: ${text}`;
}
