import { BaseException } from "../exceptions/BaseException.ts";
import { className } from "../exceptions/className.ts";

/** `traceback.format_exc()`, without its last line end: the places are those of the TypeScript. */
export const formatTraceback = (error: unknown): string => tracebackLines(error).join("").slice(0, -1);

/** `traceback.format_exception(…)`: the heading, a line for each place, and what was raised. */
export function tracebackLines(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const places = [
    ...stack.matchAll(/^\s+at (?:(.*?) \()?(?:file:\/\/)?(\/?[^()\s][^()]*?):(\d+):\d+\)?$/gm),
  ].toReversed();
  const lines = places
    .filter(([, , file = ""]) => !file.startsWith("node:") && !/\/runtime\/(python|http)\//.test(file))
    .map(([, name = "<module>", file, line]) => `  File "${file}", line ${line}, in ${name.replace(/^async /, "")}\n`);
  return ["Traceback (most recent call last):\n", ...lines, ...exceptionLines(error)];
}

/** `traceback.format_exception_only(…)`. */
export const exceptionLines = (error: unknown): string[] => [`${lastLine(error)}\n`];

function lastLine(error: unknown): string {
  if (!(error instanceof BaseException)) return String(error);
  const [name, text] = [className(error), error.toString()];
  return text === "" ? name : `${name}: ${text}`;
}
