import { lstat, readFile, realpath } from "node:fs/promises";
import { sep } from "node:path";
import ignore from "ignore";
import { isCompiled, isPythonFile, vendoredFolder } from "./python-file.ts";

/** A file named by a path argument or found under one, before it is known what becomes of it. */
export interface Candidate {
  readonly path: string;
  readonly absolute: string;
  readonly root: number;
  readonly inRoot: string;
  readonly explicit: boolean;
}

/** Globs as in `.gitignore`, relative to the working directory or to the path argument. */
export interface PathGlobs {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** What becomes of a candidate. */
type Outcome = { readonly bytes: Uint8Array } | { readonly kind: "skipped" | "unreadable"; readonly reason: string };

/** What becomes of a candidate; `undefined` for what is not Python at all, or is listed by git but deleted. */
export async function examine(candidate: Candidate, filter: PathFilter): Promise<Outcome | undefined> {
  const { absolute, inRoot, explicit } = candidate;
  if (inRoot.endsWith("/")) return { kind: "unreadable", reason: "the folder cannot be read" };
  const status = await lstat(absolute).catch(() => undefined);
  if (status === undefined || status.isDirectory()) return undefined;
  if (!status.isFile() && !status.isSymbolicLink()) {
    // A pipe or a device: reading it might never end.
    return explicit || inRoot.endsWith(".py") ? { kind: "unreadable", reason: "not a regular file" } : undefined;
  }
  if (!explicit) {
    if (isCompiled(inRoot)) return { kind: "skipped", reason: "compiled Python" };
    if (!(await isPythonFile(absolute))) return undefined;
    const folder = vendoredFolder(inRoot);
    if (folder !== undefined) return { kind: "skipped", reason: `in ${folder}, which holds other people's code` };
  }
  const refusal = filter(candidate);
  if (refusal !== undefined) return { kind: "skipped", reason: refusal };
  if (status.isSymbolicLink() && !explicit) {
    const target = await realpath(absolute).catch(() => undefined);
    // A link into the same tree is translated under its own name already.
    if (target !== undefined && target.startsWith((await realpath(absolute.slice(0, -inRoot.length))) + sep)) {
      return { kind: "skipped", reason: "a link to another file of the tree" };
    }
  }
  try {
    return { bytes: await readFile(absolute) };
  } catch (error) {
    return { kind: "unreadable", reason: `cannot be read: ${readFailure(error)}` };
  }
}

function readFailure(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "ENOENT") return "a link to a file that does not exist";
  if (code === "ELOOP") return "a link that leads back to itself";
  return error instanceof Error ? error.message : String(error);
}

export type PathFilter = (candidate: Candidate) => string | undefined;

/** The reason why `--include` and `--exclude` leave a file out, if they do. */
export function pathFilter({ include = [], exclude = [] }: PathGlobs): PathFilter {
  const included = ignore().add([...include]);
  const excluded = ignore().add([...exclude]);
  return ({ path, inRoot }) => {
    const spellings = path.startsWith("../") ? [inRoot] : [path, inRoot];
    if (spellings.some((spelling) => excluded.ignores(spelling))) return "left out by --exclude";
    if (include.length > 0 && !spellings.some((spelling) => included.ignores(spelling)))
      return "not named by --include";
    return undefined;
  };
}
