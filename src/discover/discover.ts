import { lstat, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import ignore from "ignore";
import { type DiscoveredFile, type Discovery, type ImportRoot, type SkippedFile, UsageError } from "./discovered.ts";
import { importGraph, reachable, reversed } from "./import-graph.ts";
import { usesNetwork } from "./import-scan.ts";
import { listFiles } from "./list-files.ts";
import { isCompiled, isPythonFile, moduleName, vendoredFolder } from "./python-file.ts";

export interface DiscoverOptions {
  /** Every Python file, not only those that have to do with urllib2. */
  readonly all?: boolean;
  /** Globs as in `.gitignore`, relative to the working directory or to the path argument. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** A file named by a path argument or found under one, before it is known what becomes of it. */
interface Candidate {
  readonly path: string;
  readonly absolute: string;
  readonly root: number;
  readonly inRoot: string;
  readonly explicit: boolean;
}

/**
 * Finds and reads the Python files under the path arguments, and decides which are in scope.
 *
 * @throws UsageError for a path that does not exist, or when there is no Python file at all.
 */
export async function discover(
  paths: readonly string[],
  cwd: string,
  options: DiscoverOptions = {},
): Promise<Discovery> {
  const roots: ImportRoot[] = [];
  const candidates = new Map<string, Candidate>();
  for (const [root, argument] of paths.entries()) {
    const absolute = resolve(cwd, argument);
    const folder = await folderOf(argument, absolute);
    roots.push({ argument, folder });
    const explicit = folder !== absolute;
    for (const inRoot of explicit ? [basename(absolute)] : await listFiles(folder)) {
      const candidate = candidateAt(join(folder, inRoot), { cwd, root, inRoot, explicit });
      if (!candidates.has(candidate.path) || explicit) candidates.set(candidate.path, candidate);
    }
  }

  const skipped: SkippedFile[] = [];
  const unreadable: SkippedFile[] = [];
  const files: (DiscoveredFile & { readonly explicit: boolean })[] = [];
  const filter = pathFilter(options);
  for (const candidate of candidates.values()) {
    const outcome = await examine(candidate, filter);
    if (outcome === undefined) continue;
    if ("bytes" in outcome) files.push({ ...candidate, module: moduleName(candidate.inRoot), bytes: outcome.bytes });
    else (outcome.kind === "skipped" ? skipped : unreadable).push({ path: candidate.path, reason: outcome.reason });
  }
  if (files.length + unreadable.length + skipped.length === 0) {
    throw new UsageError(`no Python files under ${paths.map((path) => `'${path}'`).join(", ")}`);
  }

  files.sort(byPath);
  const inScope = options.all === true ? new Set(files.keys()) : networkScope(files);
  for (const [index, { path }] of files.entries()) {
    if (!inScope.has(index))
      skipped.push({
        path,
        reason: "does not use urllib2, directly or through an import, and no such file imports it",
      });
  }
  return {
    roots,
    files: files.filter((_, index) => inScope.has(index)),
    skipped: skipped.sort(byPath),
    unreadable: unreadable.sort(byPath),
  };
}

async function folderOf(argument: string, absolute: string): Promise<string> {
  try {
    return (await stat(absolute)).isDirectory() ? absolute : dirname(absolute);
  } catch {
    // A dangling link is there, and is reported when it is read.
    if (await lstat(absolute).catch(() => undefined)) return dirname(absolute);
    throw new UsageError(`path '${argument}' does not exist`);
  }
}

function candidateAt(
  absolute: string,
  { cwd, ...rest }: Omit<Candidate, "path" | "absolute"> & { cwd: string },
): Candidate {
  return { ...rest, absolute, path: relative(cwd, absolute).split(sep).join("/") };
}

type Outcome = { readonly bytes: Uint8Array } | { readonly kind: "skipped" | "unreadable"; readonly reason: string };

/** What becomes of a candidate; `undefined` for what is not Python at all, or is listed by git but deleted. */
async function examine(
  candidate: Candidate,
  filter: (candidate: Candidate) => string | undefined,
): Promise<Outcome | undefined> {
  const { absolute, inRoot, explicit } = candidate;
  if (inRoot.endsWith("/")) return { kind: "unreadable", reason: "the folder cannot be read" };
  const status = await lstat(absolute).catch(() => undefined);
  if (status === undefined || (status.isDirectory() && !explicit)) return undefined;
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

/** The reason why `--include` and `--exclude` leave a file out, if they do. */
function pathFilter({ include = [], exclude = [] }: DiscoverOptions): (candidate: Candidate) => string | undefined {
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

/**
 * Files that use urllib2 and its like, or were named one by one; the files that import those, because what they call
 * becomes asynchronous; and the local modules that all of these import.
 */
function networkScope(files: readonly (DiscoveredFile & { readonly explicit: boolean })[]): ReadonlySet<number> {
  // Import statements are ASCII whatever the encoding, so Latin-1, which cannot fail, is enough to find them.
  const texts = files.map((file) => Buffer.from(file.bytes).toString("latin1"));
  const graph = importGraph(files, texts);
  const users = [...files.keys()].filter((index) => files[index]!.explicit || usesNetwork(texts[index]!));
  return reachable(graph, reachable(reversed(graph), users));
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
