/** What a diagnostic says about the translation: left out, exact only under a condition, or a trap in the original that is kept. */
export type Category = "untranslated" | "assumption" | "hazard";

/** A diagnostic as reported: everything a reader needs without the source at hand. */
export interface Diagnostic {
  /** Fixed for ever: `U…` untranslated, `A…` assumption, `H…` hazard. */
  readonly code: string;
  readonly category: Category;
  /** The catalogue's short name of the matter. */
  readonly title: string;
  /** What was found here, in one sentence. */
  readonly message: string;
  readonly remedy: string;
  /** As shown to the user, `/`-separated. */
  readonly file: string;
  /** Lines and columns are 1-based; `end` is exclusive. */
  readonly range: { readonly start: Position; readonly end: Position };
  /** The source text, first line only, trimmed, at most 120 characters. */
  readonly snippet: string;
  /** Survives unrelated edits: hash of code, path, normalised snippet and ordinal among equals. */
  readonly fingerprint: string;
}

import type { Position } from "../python/source.ts";
