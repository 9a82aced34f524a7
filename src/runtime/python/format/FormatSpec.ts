/** A format specification of `format` and `str.format`: `[[fill]align][sign][#][0][width][,][.precision][type]`. */
export interface FormatSpec {
  readonly fill: string;
  readonly align: "<" | ">" | "=" | "^" | null;
  readonly sign: "+" | "-" | " " | null;
  readonly alternate: boolean;
  readonly width: number;
  readonly thousands: boolean;
  readonly precision: number | null;
  /** Empty for the value's own default. */
  readonly type: string;
}
