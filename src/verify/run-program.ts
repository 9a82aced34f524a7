import { Buffer } from "node:buffer";
import { spawn } from "node:child_process";

/** How to start a program. The case's arguments follow `args`. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** Path of the script among `args`: its base name is what the program believes it is called. */
  readonly script: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Finished {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  /** Exit status, or the signal's name. */
  readonly exit: number | string;
}

export interface RunOptions {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
  /** Working folder, also its HOME. */
  readonly cwd: string;
  /** Milliseconds until it is killed. */
  readonly limit: number;
}

/** Runs a program to its end, with pipes for its three streams and nothing of our environment but PATH. */
export function runProgram(program: Program, options: RunOptions): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program.command, [...program.args, ...options.argv], {
      cwd: options.cwd,
      // No proxy variables, no PYTHON* and no NODE_*: neither program may be steered from outside.
      env: {
        PATH: process.env["PATH"],
        HOME: options.cwd,
        LC_ALL: "C.UTF-8",
        TZ: "UTC",
        ...program.env,
        ...options.env,
      },
      stdio: ["pipe", "pipe", "pipe"],
      timeout: options.limit,
      killSignal: "SIGKILL",
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (data: Buffer) => stdout.push(data));
    child.stderr.on("data", (data: Buffer) => stderr.push(data));
    // A program that does not read its input closes the pipe on us: no concern of ours.
    child.stdin.on("error", () => {});
    child.stdin.end(options.stdin);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({ stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr), exit: code ?? signal ?? "unknown" });
    });
  });
}
