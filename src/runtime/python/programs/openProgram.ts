import { ProgramOutput } from "./ProgramOutput.ts";
import { runProgram } from "./runProgram.ts";
import { waitStatus } from "./shellCommand.ts";

/** `os.popen(command)`: what a command of the shell writes; closing gives its wait status, None for 0. */
export function openProgram(command: string): ProgramOutput {
  const { status, stdout } = runProgram(command, { shell: "sh", stdout: "pipe" });
  return new ProgramOutput(
    () => stdout ?? "",
    () => waitStatus(status) || null,
  );
}
