import { runtimeFiles } from "./runtime-manifest.generated.ts";

export { runtimeFiles, toolVersion } from "./runtime-manifest.generated.ts";

/** The two modules that emitted code imports: `runtime/http.ts` and `runtime/python.ts`. */
export type Barrel = "http" | "python";

/** One file of the runtime shipped with emitted code. */
export interface RuntimeFile {
  /** Below the runtime folder, `/`-separated: `http/fetch-or-throw.ts`. Its first part is its barrel. */
  readonly path: string;
  readonly text: string;
  readonly exports: readonly RuntimeExport[];
  /** Paths of the other runtime files that it imports, for values or for types. */
  readonly needs: readonly string[];
}

export interface RuntimeExport {
  readonly name: string;
  /** An interface or type alias: gone at run time, so it is imported and re-exported with `type`. */
  readonly typeOnly: boolean;
  /** The 0-based places of the parameters from which TypeScript infers its type parameters. */
  readonly infers?: readonly number[];
}

/** Every name that emitted code may import, and the barrel that it comes from. */
export function runtimeExports(): ReadonlyMap<string, Barrel> {
  return new Map(runtimeFiles.flatMap((file) => file.exports.map(({ name }) => [name, barrelOf(file)])));
}

/** Those of the names in `runtimeExports` that are types only, and are imported as `type Name`. */
export function runtimeTypeExports(): ReadonlySet<string> {
  return new Set(runtimeFiles.flatMap((file) => file.exports.filter((one) => one.typeOnly).map((one) => one.name)));
}

/** Those of the names in `runtimeExports` that have type parameters, with the 0-based places of what TypeScript infers them from. */
export function runtimeInference(): ReadonlyMap<string, readonly number[]> {
  return new Map(runtimeFiles.flatMap((file) => file.exports.map(({ name, infers = [] }) => [name, infers])));
}

/** The npm package that this is, which emitted code imports the runtime from where it does not come along. */
export const packageName = "urllib2-to-fetch";

/** The entries of the package that names are imported from, and those that are only to be loaded. */
export function runtimeEntries(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const entry = (path: string): string => `${packageName}/runtime/${path.replace(/\.ts$/, "")}`;
  const used = new Set(names);
  const entries = new Map<string, readonly string[]>();
  const homes = runtimeFiles.filter((file) => file.exports.some(({ name }) => used.has(name)));
  for (const { path, exports } of homes) {
    entries.set(
      entry(path),
      exports.map(({ name }) => name).filter((name) => used.has(name)),
    );
  }
  const shown = entry(descriptions);
  if (homes.some(({ path }) => mayDescribe(path)) && !entries.has(shown)) entries.set(shown, []);
  return entries;
}

/** What shows the arguments of exceptions, once it is loaded. */
export const descriptions = "python/repr/reprArguments.ts";

/**
 * Whether a program that uses a file of the runtime may make exceptions of anything, and ask for their text. Those of urllib2 and of
 * sockets, which every program catches, show by themselves what they are made of.
 */
export function mayDescribe(path: string): boolean {
  return /^(?:python\/exceptions|http\/errors)\/(?!URLError|HTTPError|SocketError|fpOf|hasAnswer)/.test(path);
}

/** Folders of the runtime that hold what Python's operators, built-ins and types do; the others stand for modules of its library. */
const SEMANTIC_FOLDERS: ReadonlySet<string> = new Set(
  "attributes containers dynamic format functions generators integers iteration numbers objects output repr text".split(
    " ",
  ),
);

/** Functions that do what an operator, a built-in or a method of Python does where TypeScript's own does something else. */
export function semanticHelpers(): ReadonlySet<string> {
  const helpers = runtimeFiles.filter(({ path }) => SEMANTIC_FOLDERS.has(path.split("/")[1] ?? ""));
  return new Set(helpers.flatMap((file) => file.exports.map(({ name }) => name).filter((name) => /^[a-z]/.test(name))));
}

/** The barrel that re-exports a file's names. */
export function barrelOf(file: RuntimeFile): Barrel {
  return file.path.startsWith("http/") ? "http" : "python";
}
