import { open } from "node:fs/promises";
import { basename, extname } from "node:path";

const vendored = new Set([
  "node_modules",
  ".git",
  ".hg",
  ".svn",
  ".tox",
  ".venv",
  "venv",
  "virtualenv",
  "site-packages",
  "dist-packages",
  "__pycache__",
  ".eggs",
]);

/** The folder of a path that says its files are somebody else's, if there is one: `node_modules`, `site-packages` … */
export function vendoredFolder(path: string): string | undefined {
  return path
    .split("/")
    .slice(0, -1)
    .find((part) => vendored.has(part) || part.endsWith(".egg"));
}

/** Whether a name is that of compiled Python. */
export function isCompiled(path: string): boolean {
  return path.endsWith(".pyc") || path.endsWith(".pyo");
}

/** Whether a file is a Python script by its name, or, having no extension, by its first line. */
export async function isPythonFile(path: string): Promise<boolean> {
  if (path.endsWith(".py")) return true;
  if (extname(path) !== "" || basename(path).startsWith(".")) return false;
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(128), 0, 128, 0);
      return /^#![^\n]*\bpython/.test(buffer.toString("latin1", 0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    // Not a Python file as far as anybody can tell; one that is named so fails with its reason when it is read.
    return false;
  }
}

/** `feeds/pull.py` is `feeds.pull`; `feeds/__init__.py` is `feeds`; an `__init__.py` at the root is ``. */
export function moduleName(inRoot: string): string {
  const parts = inRoot.replace(/\.py$/, "").split("/");
  if (parts.at(-1) === "__init__") parts.pop();
  return parts.join(".");
}
