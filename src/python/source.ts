import type { Span } from "./ast.ts";

/** A decoded Python file, as `decodeSource` gives it. */
export interface Source {
  /** Path as shown to the user, `/`-separated. */
  readonly path: string;
  /** The decoded text with line ends normalised to `\n` and the BOM removed. All spans point into it. */
  readonly text: string;
  /** Offset of the first character of each line; line numbers in reports are index + 1. */
  readonly lineStarts: readonly number[];
  /** The encoding the file was decoded with, as Python names it: `utf-8`, `latin-1`, `cp1252`, `ascii`. */
  readonly encoding: string;
  /** Why CPython 2.7 refuses the file before it has read any of it as Python, and where; null if it does not. */
  readonly undeclared: { readonly message: string; readonly span: Span } | null;
}

/** 1-based line and 1-based column (in characters) of an offset. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
