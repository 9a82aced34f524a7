import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The folder that a patch's paths are relative to: the top of the repository that holds the output, as in `git diff`;
 * without one the working directory, or the output's own folder if that lies elsewhere.
 */
export async function patchBase(cwd: string, outputBase: string): Promise<string> {
  try {
    const folder = await existing(outputBase);
    // The way up, not the top's own path: that has its symbolic links resolved, and the output's path has not.
    const { stdout } = await run("git", ["rev-parse", "--show-cdup"], { cwd: folder });
    return resolve(folder, stdout.trim());
  } catch {
    const way = relative(cwd, outputBase);
    return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? outputBase : cwd;
  }
}

/** A folder, or the nearest one above it that is there. */
async function existing(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() || dirname(folder) === folder ? folder : existing(dirname(folder));
}
