/**
 * Where a Python file's TypeScript goes, relative to its tree's output folder: the same place under the same name.
 * `feeds/pull.py` -> `feeds/pull.ts`, `feeds/__init__.py` -> `feeds/index.ts`, the script `bin/sync` -> `bin/sync.ts`.
 */
export function outputPath(inRoot: string): string {
  return inRoot.replace(/(^|\/)__init__\.py$/, "$1index.py").replace(/\.py$/, "") + ".ts";
}

/** The runtime's folder, relative to the output's base. */
export const runtimeFolder = "runtime";
