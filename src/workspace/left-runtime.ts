import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { digest, readHeader } from "./header.ts";
import { runtimeFolder } from "./output-path.ts";

/**
 * Notes on the runtime that an earlier run has left in the output's folder, where the output imports the package now. Its files stay:
 * output of other sources may still import them.
 *
 * @param written absolute paths of what this run writes, which is no leftover.
 */
export async function leftRuntime(
  place: { readonly cwd: string; readonly base: string },
  written: ReadonlySet<string>,
): Promise<readonly string[]> {
  const folder = join(place.base, runtimeFolder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    paths
      .filter((path) => path.endsWith(".ts") && !written.has(path))
      .toSorted()
      .map(async (path) => ({ path, text: await readFile(path, "utf8").catch(() => "") })),
  );
  const ours = texts.flatMap(({ path, text }) => {
    const file = readHeader(text);
    // A module of the program's own package of that name is of a Python file.
    return file !== undefined && /^runtime\/.*\.ts$/.test(file.header.path)
      ? [{ path, edited: digest(file.body) !== file.header.output }]
      : [];
  });
  if (ours.length === 0) return [];
  const shown = (path: string) => relative(place.cwd, path).split(sep).join("/");
  return [
    `${shown(folder)} is of an earlier run with --runtime vendor, and this output does not use it: delete it when nothing else does`,
    ...ours.filter(({ edited }) => edited).map(({ path }) => `${shown(path)} was edited; the package is without that`),
  ];
}
