/** A regular expression as Python 2.7's `sre_parse` reads it, less its optimisations. Characters are code points. */
export type PatternNode =
  | { readonly op: "literal"; readonly code: number }
  | { readonly op: "any" }
  | PatternSet
  | { readonly op: "at"; readonly where: "start" | "end" | "textStart" | "textEnd" | "boundary" | "notBoundary" }
  | { readonly op: "branch"; readonly items: readonly PatternSequence[] }
  | {
      readonly op: "repeat";
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
      readonly body: PatternNode;
    }
  | {
      readonly op: "group";
      /** Null for `(?:…)`. */
      readonly index: number | null;
      readonly name: string | null;
      readonly body: PatternSequence;
    }
  | { readonly op: "backreference"; readonly group: number }
  | {
      readonly op: "look";
      readonly behind: boolean;
      readonly negative: boolean;
      readonly body: PatternSequence;
    };

export type PatternSequence = readonly PatternNode[];

export interface PatternSet {
  readonly op: "set";
  readonly negated: boolean;
  readonly items: readonly PatternSetItem[];
}

export type PatternSetItem =
  | { readonly from: number; readonly to: number }
  /** `\d \D \s \S \w \W`, by their letter. */
  | { readonly category: string };

/** Python's flags, as `re.I` and the others are: bits to be or-ed. */
export const patternFlags = { T: 1, I: 2, L: 4, M: 8, S: 16, U: 32, X: 64, DEBUG: 128 } as const;

/** A pattern read to its end. */
export interface ParsedPattern {
  readonly body: PatternSequence;
  /** The flags given and those that the pattern sets itself. */
  readonly flags: number;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}
