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
