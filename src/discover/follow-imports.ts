import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { importedModules } from "./import-graph.ts";

/**
 * Paths below an import root of the files that a file there imports, found by looking where Python would look. This is
 * how the modules of a script that was named by itself come along, without a walk over all that lies beside it.
 */
export async function followImports(root: string, inRoot: string, text: string): Promise<readonly string[]> {
  const places = importedModules(inRoot, text)
    .flatMap(({ modules }) => modules)
    .filter((module) => module !== "")
    .map((module) => module.replaceAll(".", "/"))
    .flatMap((path) => [`${path}.py`, `${path}/__init__.py`]);
  const found = await Promise.all(
    [...new Set(places)].map(async (path) => ((await isThere(join(root, path))) ? [path] : [])),
  );
  return found.flat().filter((path) => path !== inRoot);
}

async function isThere(path: string): Promise<boolean> {
  const status = await lstat(path).catch(() => undefined);
  return status !== undefined && !status.isDirectory();
}
