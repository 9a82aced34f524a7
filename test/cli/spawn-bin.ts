import { type ChildProcess, spawn } from "node:child_process";

export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type RunBin = (cwd: string, argv: readonly string[], onStart?: (child: ChildProcess) => void) => Promise<Ended>;

/** Runs a built executable in a process of its own: as users get it, threads included. `onStart` gets the running process. */
export function spawnBin(bin: string): RunBin {
  return (cwd, argv, onStart) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [bin, ...argv], { cwd });
      let stdout = "";
      let stderr = "";
      child.stdout.on("data", (data) => (stdout += data));
      child.stderr.on("data", (data) => (stderr += data));
      child.on("close", (code) => resolve({ code, stdout, stderr }));
      onStart?.(child);
    });
}
