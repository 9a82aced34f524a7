/** One `%` directive of a format: `%(key)#0*.*x`. A `*` takes the number from the arguments. */
export interface Directive {
  readonly key: string | null;
  /** Those of `#0- +` that stand there. */
  readonly flags: string;
  readonly width: number | "*" | null;
  readonly precision: number | "*" | null;
  readonly conversion: string;
  /** Where the conversion's letter stands, 0-based. */
  readonly at: number;
}
