/** The arguments of `json.dumps`. */
export interface DumpOptions {
  readonly sortKeys?: boolean;
  /** Spaces for each level, each item on a line of its own; null for one line. */
  readonly indent?: number | null;
  readonly separators?: readonly [item: string, key: string] | null;
  /** Whether what is not ASCII is escaped; true by default. */
  readonly ensureAscii?: boolean;
  /** What is written instead of a value that JSON has no word for. */
  readonly default?: (value: never) => unknown;
  /** Numbers that are floats, of which a whole one has its `.0`: all of them, or those below the keys of these names. */
  readonly floats?: true | readonly string[];
}
