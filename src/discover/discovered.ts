/** A Python file to translate. */
export interface DiscoveredFile {
  /** Relative to the working directory, `/`-separated: what reports show. */
  readonly path: string;
  readonly absolute: string;
  /** Index of the path argument that it was found under: its import root. */
  readonly root: number;
  /** Relative to its import root, `/`-separated: `feeds/pull.py`. */
  readonly inRoot: string;
  /** Dotted name by which files under the same root import it; a package's `__init__.py` has the package's name. */
  readonly module: string;
  readonly bytes: Uint8Array;
}

/** A Python file that is left alone, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/** A Python file that could not be read. */
export interface UnreadableFile {
  readonly path: string;
  readonly reason: string;
}

/** A path argument as resolved: the folder that its modules are imported from. */
export interface ImportRoot {
  /** As the user wrote it. */
  readonly argument: string;
  readonly folder: string;
  /** Name of the one file that was meant; `null` if the argument is a folder. */
  readonly file: string | null;
}

/** What the path arguments hold; each list sorted by path. */
export interface Discovery {
  readonly roots: readonly ImportRoot[];
  readonly files: readonly DiscoveredFile[];
  readonly skipped: readonly SkippedFile[];
  readonly unreadable: readonly UnreadableFile[];
}

/** What the user asked for cannot be done as asked: one clear line, exit 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
