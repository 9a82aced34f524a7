import type { DiscoveredFile } from "./discovered.ts";
import { scanImports, type ScannedImport } from "./import-scan.ts";

/** For each file (by index), the indexes of the files that it may import. */
export type ImportGraph = readonly (readonly number[])[];

/**
 * Which file may import which. An import is looked up from the importing file's folder and every folder above it up to
 * its root, because Python 2 tries the package first and a script's own folder is on its path; then in the other roots.
 * Meant to find too many rather than too few.
 */
export function importGraph(files: readonly DiscoveredFile[], texts: readonly string[]): ImportGraph {
  const byModule = new Map<string, number[]>();
  for (const [index, file] of files.entries()) {
    const key = `${file.root}:${file.module}`;
    byModule.set(key, [...(byModule.get(key) ?? []), index]);
  }
  const roots = [...new Set(files.map((file) => file.root))];
  return files.map(({ root, inRoot }, index) => {
    const found = new Set<number>();
    for (const { level, modules } of importedModules(inRoot, texts[index]!)) {
      const near = modules.flatMap((module) => byModule.get(`${root}:${module}`) ?? []);
      // Another path argument's tree is asked last, so that two trees with modules of one name stay apart.
      const far = level > 0 ? [] : roots.flatMap((other) => byModule.get(`${other}:${modules.at(-1)!}`) ?? []);
      for (const hit of near.length > 0 ? near : far) found.add(hit);
    }
    found.delete(index);
    return [...found].sort((a, b) => a - b);
  });
}

/**
 * The modules that a file's imports may mean, one entry for each name that Python would look up: the dotted names from
 * the import root that the name may stand for, the one at the root itself last.
 *
 * @param inRoot the file's path below its import root.
 */
export function importedModules(
  inRoot: string,
  text: string,
): readonly { readonly level: number; readonly modules: readonly string[] }[] {
  return scanImports(text).flatMap((one) =>
    spelledModules(one).map((module) => ({
      level: one.level,
      modules: basesOf(inRoot, one.level).map((base) => [base, module].filter((part) => part !== "").join(".")),
    })),
  );
}

/** The dotted names that an import may load: each package on the way, the module, and each imported name as a submodule. */
function spelledModules({ module, names }: ScannedImport): string[] {
  const parts = module.split(".");
  const prefixes = parts.map((_, end) => parts.slice(0, end + 1).join("."));
  // `import repo.feeds` where the path argument is the folder `repo` itself.
  const inside = parts.slice(1).map((_, end) => parts.slice(1, end + 2).join("."));
  return [...prefixes, ...inside, ...names.map((name) => (module === "" ? name : `${module}.${name}`))];
}

/** Packages that an import of this file is relative to: one for a relative import, all on the way up for an absolute. */
function basesOf(inRoot: string, level: number): string[] {
  const folders = inRoot.split("/").slice(0, -1);
  if (level > 0) return [folders.slice(0, Math.max(0, folders.length - (level - 1))).join(".")];
  return folders.map((_, end) => folders.slice(0, end + 1).join(".")).concat("");
}

/** The files reachable from some of them, those included. */
export function reachable(graph: ImportGraph, from: Iterable<number>): ReadonlySet<number> {
  const found = new Set(from);
  for (const index of found) for (const next of graph[index]!) found.add(next);
  return found;
}

/** For each file, the indexes of the files that may import it. */
export function reversed(graph: ImportGraph): ImportGraph {
  const importers: number[][] = graph.map(() => []);
  for (const [index, targets] of graph.entries()) for (const target of targets) importers[target]!.push(index);
  return importers;
}

/** Indexes grouped so that no import crosses from one group to another; groups and members in order of index. */
export function connectedComponents(graph: ImportGraph): number[][] {
  const importers = reversed(graph);
  const seen = new Set<number>();
  const components: number[][] = [];
  for (const start of graph.keys()) {
    if (seen.has(start)) continue;
    const component = new Set([start]);
    for (const index of component) {
      for (const next of [...graph[index]!, ...importers[index]!]) component.add(next);
    }
    for (const index of component) seen.add(index);
    components.push([...component].sort((a, b) => a - b));
  }
  return components;
}
