import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { DiscoveredFile, Discovery } from "../discover/discovered.ts";
import type { FailedFile, RuntimeSource, SourceInput } from "../translation.ts";
import { outputPath, runtimeFolder } from "../workspace/output-path.ts";

/** With `--out-dir` that folder; else the deepest folder that holds all the path arguments' trees. */
export function outputBase({ roots }: Discovery, cwd: string, outDir: string | undefined): string {
  if (outDir !== undefined) return resolve(cwd, outDir);
  return roots
    .map((root) => root.folder)
    .reduce((common, folder) => {
      let shared = common;
      while (!inside(shared, folder)) shared = dirname(shared);
      return shared;
    });
}

function inside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Gives each file its place below the output's base. Of two files for one place, the later by path is a failure.
 *
 * @param mirrored whether each path argument's tree is mirrored there, or files go beside their sources.
 * @param runtime whether a folder there is the runtime's.
 */
export function sourceInputs(
  discovery: Discovery,
  base: string,
  { mirrored, runtime }: { readonly mirrored: boolean; readonly runtime: RuntimeSource },
): { readonly inputs: readonly SourceInput[]; readonly collisions: readonly FailedFile[] } {
  const inputs: SourceInput[] = [];
  const collisions: FailedFile[] = [];
  const taken = new Map<string, string>();
  for (const file of discovery.files) {
    const output = mirrored
      ? outputPath(file.inRoot)
      : slashed(base, join(dirname(file.absolute), outputPath(lastPart(file))));
    const isRuntime = runtime === "vendor" && output.startsWith(`${runtimeFolder}/`);
    const owner = taken.get(output) ?? (isRuntime ? "the runtime" : undefined);
    if (owner === undefined) {
      taken.set(output, file.path);
      inputs.push({ path: file.path, module: file.module, output, bytes: file.bytes });
    } else {
      const reason = `its output ${output} would overwrite that of ${owner}; rename one of them`;
      collisions.push({ status: "failed", path: file.path, output, reason, line: null, diagnostics: [] });
    }
  }
  return { inputs, collisions };
}

function lastPart({ inRoot }: DiscoveredFile): string {
  return inRoot.slice(inRoot.lastIndexOf("/") + 1);
}

function slashed(from: string, path: string): string {
  return relative(from, path).split(sep).join("/");
}
