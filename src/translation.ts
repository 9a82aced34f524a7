import type { Diagnostic } from "./diagnostics/diagnostic.ts";

/** One Python file to translate, as bytes, with the place its TypeScript goes to. */
export interface SourceInput {
  /** As shown to the user, `/`-separated, relative to the working directory. */
  readonly path: string;
  /** Dotted module name by which the repo's other files import it, e.g. `feeds.pull`; a package's `__init__.py` has the package's name. */
  readonly module: string;
  /** Where its TypeScript goes, `/`-separated, in the same coordinates as `TranslateOptions.runtimeDir`. */
  readonly output: string;
  readonly bytes: Uint8Array;
}

/** Where emitted code has its runtime from: from files written with it, or from the npm package, of which each runtime file is an entry. */
export type RuntimeSource = "vendor" | "package";

export interface TranslateOptions {
  /** `vendor` (default): files in `runtimeDir`; `package`: the package `urllib2-to-fetch`. */
  readonly runtime?: RuntimeSource;
  /** Folder of the emitted runtime, `/`-separated; default `runtime`. */
  readonly runtimeDir?: string;
  /** `camel` (default) renames snake_case; `preserve` keeps Python's names. */
  readonly naming?: "camel" | "preserve";
  /** Ending of emitted relative imports; default `.ts`. */
  readonly importExtension?: ".ts" | ".js";
}

/** A run of Python lines and the TypeScript lines they became; 1-based, `end` inclusive. */
export interface LineMapping {
  readonly python: { readonly start: number; readonly end: number };
  readonly typescript: { readonly start: number; readonly end: number };
}

/** What became of one file. Plain data: it travels between threads. */
export type FileTranslation = TranslatedFile | FailedFile;

export interface TranslatedFile {
  /** `partial`: at least one untranslated diagnostic. */
  readonly status: "complete" | "partial";
  readonly path: string;
  readonly output: string;
  /** Formatted TypeScript, without the generated-file header. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly lineMap: readonly LineMapping[];
  /** Runtime exports the file imports, by barrel: `{"http": ["fetchOrThrow"], "python": ["sleep"]}`. */
  readonly runtime: Readonly<Record<string, readonly string[]>>;
  /** Uses of semantic helpers in the text, for the report's readability figure: not the HTTP API, sleep, or argument parsing, of which reading `sys.argv` is part. */
  readonly helperCalls: number;
  /** The file's Python text after decoding, for diffs. */
  readonly python: string;
  /** Retry loops found, for the report. */
  readonly retries: readonly RetrySummary[];
  /** The file's first syntax error: the lines that could not be read are marked, all others are translated. `null` if there is none. */
  readonly syntaxError: SyntaxFault | null;
}

/** Why Python would not run a file: in words, with the column, and the 1-based line. */
export interface SyntaxFault {
  readonly reason: string;
  readonly line: number;
}

export interface RetrySummary {
  readonly line: number;
  readonly shape: string;
  readonly backoff: string;
  readonly catches: readonly string[];
}

/** A file that could not be read as Python: why, and where (1-based) if known. `empty` files are reported as failed too. */
export interface FailedFile {
  readonly status: "failed";
  readonly path: string;
  readonly output: string;
  readonly reason: string;
  readonly line: number | null;
  readonly diagnostics: readonly Diagnostic[];
}
