import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A CPython 2.7 that starts. */
export interface Python {
  /** The interpreter itself, behind whatever shim found it. */
  readonly executable: string;
  /** E.g. `2.7.18`. */
  readonly version: string;
}

/** Looks at `PYTHON27`, then at `python2.7` on the PATH, then under pyenv's versions. Null if none of them starts. */
export async function findPython(env: NodeJS.ProcessEnv = process.env): Promise<Python | null> {
  const versions = join(env["PYENV_ROOT"] ?? join(homedir(), ".pyenv"), "versions");
  const installed = existsSync(versions) ? readdirSync(versions).filter((name) => name.startsWith("2.7")) : [];
  const candidates = [
    env["PYTHON27"],
    "python2.7",
    ...installed.toSorted().map((name) => join(versions, name, "bin", "python2.7")),
  ];
  for (const candidate of candidates) {
    const python = candidate === undefined || candidate === "" ? null : await start(candidate, env);
    if (python !== null) return python;
  }
  return null;
}

const ASK = "import sys; sys.stdout.write('%d.%d.%d %s' % (sys.version_info[:3] + (sys.executable,)))";

async function start(candidate: string, env: NodeJS.ProcessEnv): Promise<Python | null> {
  try {
    const { stdout } = await promisify(execFile)(candidate, ["-c", ASK], { env, timeout: 10_000 });
    const [version = "", ...executable] = stdout.split(" ");
    return version.startsWith("2.7.") ? { executable: executable.join(" "), version } : null;
  } catch {
    return null;
  }
}
