import { CalledProcessError } from "./CalledProcessError.ts";
import type { ProgramOptions } from "./ProgramOptions.ts";
import { runProgram } from "./runProgram.ts";

/** `subprocess.call`: the status of a program. */
export function callProgram(command: string | readonly string[], options: ProgramOptions = {}): number {
  return runProgram(command, options).status;
}

/** `subprocess.check_call`: 0, or a CalledProcessError. */
export function checkCall(command: string | readonly string[], options: ProgramOptions = {}): number {
  const { status } = runProgram(command, options);
  if (status !== 0) throw new CalledProcessError(status, command);
  return 0;
}

/** `subprocess.check_output`: what a program writes, or a CalledProcessError that has it. */
export function checkOutput(command: string | readonly string[], options: ProgramOptions = {}): string {
  const { status, stdout } = runProgram(command, { ...options, stdout: "pipe" });
  if (status !== 0) throw new CalledProcessError(status, command, stdout);
  return stdout ?? "";
}
