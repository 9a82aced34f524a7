/** Standard error of a finished program, parted into its own words and the interpreter's report of its death. */
export interface ParsedStderr {
  readonly own: string;
  /** `class: first line of the message`, or null if no uncaught exception ended the program. */
  readonly exception: string | null;
}

const PYTHON_TRACEBACK = /^Traceback \(most recent call last\):\n(?: {2}.*\n)*/gm;

/** Node's report starts with the place, the source line and a caret; then the error's stack. */
const NODE_REPORT = /^\S.*:\d+\n.*\n[ \t]*\^+[ \t]*\n\s*/gm;

/** Reads the report of CPython 2.7 as well as that of Node; the last one counts, as a program may print others itself. */
export function parseStderr(stderr: string): ParsedStderr {
  const reports = [...stderr.matchAll(PYTHON_TRACEBACK), ...stderr.matchAll(NODE_REPORT)];
  const last = reports.at(-1);
  if (last === undefined) return { own: stderr, exception: null };
  const rest = stderr.slice(last.index + last[0].length);
  return { own: stderr.slice(0, last.index), exception: rest.split("\n", 1)[0]?.trimEnd() ?? "" };
}
