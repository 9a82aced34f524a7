import type { PyFile } from "../files/PyFile.ts";

/** What `subprocess` may be told of a program that it starts. */
export interface ProgramOptions {
  /** The command is for `/bin/sh`; C's `system` and `popen` call that `sh`, which it says in its errors. */
  readonly shell?: boolean | "sh";
  readonly cwd?: string | null;
  readonly env?: ReadonlyMap<string, string> | NodeJS.ProcessEnv | null;
  /** Whether the script gives the input, or a file, or the program has the script's own. */
  readonly stdin?: "pipe" | PyFile | null;
  readonly stdout?: "pipe" | PyFile | null;
  /** `stdout`: into the same stream as the output. */
  readonly stderr?: "pipe" | "stdout" | PyFile | null;
  /** Line ends of the output become `\n`. */
  readonly universalNewlines?: boolean;
}
