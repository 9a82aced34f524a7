import {
  barrelOf,
  type Barrel,
  descriptions,
  mayDescribe,
  type RuntimeFile,
  runtimeFiles,
} from "../runtime-manifest.ts";
import { withHeader } from "./header.ts";

/** A file of the runtime to write; `path` is below the runtime folder, `/`-separated; the text has its header. */
export interface RuntimeOutput {
  readonly path: string;
  readonly text: string;
}

/**
 * The runtime that an output needs: the files that export the used names, the files those need, and a barrel per side
 * that re-exports the used names only.
 *
 * @param names names that emitted code imports from the barrels; those the manifest does not know are left out (see
 * `unknownNames`).
 */
export function runtimeOutputs(
  names: Iterable<string>,
  manifest: readonly RuntimeFile[] = runtimeFiles,
): readonly RuntimeOutput[] {
  const used = new Set(names);
  const byPath = new Map(manifest.map((file) => [file.path, file]));
  const needed = new Set(manifest.filter((file) => file.exports.some(({ name }) => used.has(name))));
  const describes = [...needed].some(({ path }) => mayDescribe(path)) && byPath.has(descriptions);
  if (describes) needed.add(byPath.get(descriptions)!);
  for (const file of needed) for (const path of file.needs) needed.add(byPath.get(path)!);
  const barrels = (["http", "python"] as const).flatMap((barrel) => {
    const exported = barrelText(barrel, used, manifest);
    const text = exported !== "" && describes ? `import "./${descriptions}";\n${exported}` : exported;
    return text === "" ? [] : [{ path: barrelPath(barrel), text }];
  });
  return [...[...needed].map(({ path, text }) => ({ path, text })), ...barrels]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, text }) => ({ path, text: withHeader(text, `runtime/${path}`, text) }));
}

function barrelText(barrel: Barrel, used: ReadonlySet<string>, manifest: readonly RuntimeFile[]): string {
  return manifest
    .filter((file) => barrelOf(file) === barrel)
    .flatMap((file) => {
      const names = file.exports.filter(({ name }) => used.has(name));
      if (names.length === 0) return [];
      const list = names.map(({ name, typeOnly }) => (typeOnly ? `type ${name}` : name)).sort();
      return [`export { ${list.join(", ")} } from "./${file.path}";\n`];
    })
    .join("");
}

/** A barrel's own path below the runtime folder. */
export function barrelPath(barrel: Barrel): string {
  return `${barrel}.ts`;
}

/**
 * The names that a barrel written by an earlier run re-exports. They are kept on, because that run may have been over
 * other files, whose output still imports them.
 */
export function barrelNames(text: string): string[] {
  return text.split("\n").flatMap((line) => {
    const list = line.startsWith("export { ") ? line.slice("export { ".length, line.indexOf(" }")) : "";
    return list
      .split(", ")
      .filter((item) => item !== "")
      .map((item) => item.replace(/^type /, ""));
  });
}

/** Those of the names that the runtime does not export: code importing them would not load. */
export function unknownNames(names: Iterable<string>, manifest: readonly RuntimeFile[] = runtimeFiles): string[] {
  const known = new Set(manifest.flatMap((file) => file.exports.map(({ name }) => name)));
  return [...names].filter((name) => !known.has(name));
}
