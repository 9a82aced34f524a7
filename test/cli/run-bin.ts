import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const compiler = join(root, "node_modules/typescript-7/bin/tsc");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type RunBin = (cwd: string, argv: readonly string[], onStart?: (child: ChildProcess) => void) => Promise<Ended>;

/**
 * Builds the package before a file's tests, inside the repository so that dependencies are found, and gives a way to
 * run its executable in a process of its own: as users get it, threads included. `onStart` gets the running process.
 */
export function builtBin(): RunBin {
  let build = "";
  beforeAll(async () => {
    await mkdir(join(root, ".tmp"), { recursive: true });
    build = await mkdtemp(join(root, ".tmp/build-"));
    const argv = [compiler, "-p", join(root, "tsconfig.build.json"), "--outDir", build];
    // Type errors are another check's business: here it is enough that there is output.
    await promisify(execFile)(process.execPath, argv).catch(() => undefined);
  }, 60_000);
  afterAll(() => rm(build, { recursive: true, force: true }));
  return (cwd, argv, onStart) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [join(build, "src/cli/bin.js"), ...argv], { cwd });
      let stdout = "";
      let stderr = "";
      child.stdout.on("data", (data) => (stdout += data));
      child.stderr.on("data", (data) => (stderr += data));
      child.on("close", (code) => resolve({ code, stdout, stderr }));
      onStart?.(child);
    });
}
