import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll } from "vitest";
import { type RunBin, spawnBin } from "./spawn-bin.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const compiler = join(root, "node_modules/typescript-7/bin/tsc");

/** Builds the package before a file's tests, inside the repository so that dependencies are found, and gives a way to run its executable. */
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
  return (...run) => spawnBin(join(build, "src/cli/bin.js"))(...run);
}
