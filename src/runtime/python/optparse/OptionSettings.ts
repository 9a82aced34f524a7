/** What `add_option` takes besides the option's names. */
export interface OptionSettings {
  readonly action?: string | null;
  readonly type?: string | null;
  readonly dest?: string | null;
  readonly default?: unknown;
  readonly nargs?: number | null;
  readonly const?: unknown;
  readonly choices?: readonly string[] | null;
  readonly help?: string | null;
  readonly metavar?: string | null;
}
