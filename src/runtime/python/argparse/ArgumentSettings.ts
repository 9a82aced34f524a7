/** What `add_argument` takes besides the names. */
export interface ArgumentSettings {
  readonly action?: string;
  /** A number, or one of `?`, `*`, `+` and `...`. */
  readonly nargs?: number | string | null;
  readonly const?: unknown;
  readonly default?: unknown;
  /** A type of Python's, or a function of the script's with the name that it has in messages. */
  readonly type?: "str" | "int" | "float" | { readonly name: string; readonly convert: (text: string) => unknown };
  readonly choices?: Iterable<unknown> | null;
  readonly required?: boolean;
  readonly help?: string | null;
  readonly metavar?: string | readonly string[] | null;
  readonly dest?: string | null;
  readonly version?: string;
}

/** Help that is not shown, and a default that is not set. */
export const SUPPRESS = "==SUPPRESS==";
