import { lstat, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import {
  type DiscoveredFile,
  type Discovery,
  type ImportRoot,
  type SkippedFile,
  type UnreadableFile,
  UsageError,
} from "./discovered.ts";
import { importGraph, reachable, reversed } from "./import-graph.ts";
import { usesNetwork } from "./import-scan.ts";
import { type Candidate, examine, type PathFilter, pathFilter, type PathGlobs } from "./examine.ts";
import { followImports } from "./follow-imports.ts";
import { listFiles } from "./list-files.ts";
import { moduleName } from "./python-file.ts";

export interface DiscoverOptions extends PathGlobs {
  /** Every Python file, not only those that have to do with urllib2. */
  readonly all?: boolean;
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
  const roots = await Promise.all(paths.map((argument) => importRoot(argument, cwd)));
  const candidates = await findCandidates(roots, cwd);
  const { files, skipped, unreadable } = await readCandidates(candidates, roots, cwd, pathFilter(options));
  if (files.length + unreadable.length + skipped.length === 0) {
    throw new UsageError(`no Python files under ${paths.map((path) => `'${path}'`).join(", ")}`);
  }
  files.sort(byPath);
  const inScope = options.all === true ? new Set(files.keys()) : networkScope(files);
  const reason = "does not use urllib2, directly or through an import, and no such file imports it";
  const outside = files.filter((_, index) => !inScope.has(index)).map(({ path }) => ({ path, reason }));
  return {
    roots,
    files: files.filter((_, index) => inScope.has(index)),
    skipped: [...skipped, ...outside].sort(byPath),
    unreadable: unreadable.sort(byPath),
  };
}

async function importRoot(argument: string, cwd: string): Promise<ImportRoot> {
  // An unset variable of a shell: not meant for the working directory.
  if (argument === "") throw new UsageError("a path is empty");
  const absolute = resolve(cwd, argument);
  const folder = await folderOf(argument, absolute);
  return { argument, folder, file: folder === absolute ? null : basename(absolute) };
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

/** What the path arguments name or hold, by path as shown. A file under two arguments belongs to the first. */
async function findCandidates(roots: readonly ImportRoot[], cwd: string): Promise<Map<string, Candidate>> {
  const candidates = new Map<string, Candidate>();
  for (const [root, { folder, file }] of roots.entries()) {
    const explicit = file !== null;
    for (const inRoot of explicit ? [file] : await listFiles(folder)) {
      const candidate = candidateAt(join(folder, inRoot), { cwd, root, inRoot, explicit });
      const known = candidates.get(candidate.path);
      if (known === undefined) candidates.set(candidate.path, candidate);
      else if (explicit) candidates.set(candidate.path, { ...known, explicit });
    }
  }
  return candidates;
}

function candidateAt(
  absolute: string,
  { cwd, ...rest }: Omit<Candidate, "path" | "absolute"> & { cwd: string },
): Candidate {
  return { ...rest, absolute, path: relative(cwd, absolute).split(sep).join("/") };
}

type ReadFile = DiscoveredFile & Pick<Candidate, "explicit">;

async function readCandidates(
  candidates: Map<string, Candidate>,
  roots: readonly ImportRoot[],
  cwd: string,
  filter: PathFilter,
): Promise<{ files: ReadFile[]; skipped: SkippedFile[]; unreadable: UnreadableFile[] }> {
  const files: ReadFile[] = [];
  const skipped: SkippedFile[] = [];
  const unreadable: UnreadableFile[] = [];
  // The map grows while it is walked: what a script named by itself imports is added behind it.
  for (const candidate of candidates.values()) {
    const { path, root, inRoot } = candidate;
    const outcome = await examine(candidate, filter);
    if (outcome === undefined) continue;
    if ("reason" in outcome) {
      (outcome.kind === "skipped" ? skipped : unreadable).push({ path, reason: outcome.reason });
      continue;
    }
    files.push({ ...candidate, module: moduleName(inRoot), bytes: outcome.bytes });
    const { folder, file } = roots[root]!;
    if (file === null) continue;
    for (const imported of await followImports(folder, inRoot, latin1(outcome.bytes))) {
      const next = candidateAt(join(folder, imported), { cwd, root, inRoot: imported, explicit: false });
      if (!candidates.has(next.path)) candidates.set(next.path, next);
    }
  }
  return { files, skipped, unreadable };
}

/**
 * Files that use urllib2 and its like, or were named one by one; the files that import those, because what they call
 * becomes asynchronous; and the local modules that all of these import.
 */
function networkScope(files: readonly ReadFile[]): ReadonlySet<number> {
  const texts = files.map((file) => latin1(file.bytes));
  const graph = importGraph(files, texts);
  const users = [...files.keys()].filter((index) => files[index]!.explicit || usesNetwork(texts[index]!));
  return reachable(graph, reachable(reversed(graph), users));
}

/** Import statements are ASCII whatever the encoding, so Latin-1, which cannot fail, is enough to find them. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
