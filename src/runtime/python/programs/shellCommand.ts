import { runProgram } from "./runProgram.ts";

/** `os.system(command)`: the wait status, with the exit status in its upper byte and a signal in its lower. */
export function shellStatus(command: string): number {
  return waitStatus(runProgram(command, { shell: true }).status);
}

/** `commands.getstatusoutput(command)`: the wait status, and output and errors without the last line end. */
export function shellOutput(command: string): [number, string] {
  const { status, stdout } = runProgram(`{ ${command}; } 2>&1`, { shell: true, stdout: "pipe" });
  return [waitStatus(status), (stdout ?? "").replace(/\n$/, "")];
}

/** What `wait` says of a program that ended. */
export const waitStatus = (status: number): number => (status < 0 ? -status : status * 256);
