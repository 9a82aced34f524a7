import { encodeAscii } from "../text/encodeAscii.ts";
import { runProgram } from "./runProgram.ts";

/** `os.system(command)`: the wait status, with the exit status in its upper byte and a signal in its lower. */
export function shellStatus(command: string): number {
  return waitStatus(runProgram(command, { shell: "sh" }).status);
}

/**
 * `commands.getstatusoutput(command)`: the wait status, and output and errors without the last line end. Unicode is encoded as ASCII, with
 * what stands around it.
 */
export function shellOutput(command: string, textType?: "unicode"): [number, string] {
  const line = `{ ${command}; } 2>&1`;
  const { status, stdout } = runProgram(textType === "unicode" ? encodeAscii(line) : line, {
    shell: "sh",
    stdout: "pipe",
  });
  return [waitStatus(status), (stdout ?? "").replace(/\n$/, "")];
}

/** What `wait` says of a program that ended. */
export const waitStatus = (status: number): number => (status < 0 ? -status : status * 256);
