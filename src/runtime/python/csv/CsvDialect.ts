import { PyTypeError } from "../exceptions/PyTypeError.ts";

export const QUOTE_MINIMAL = 0;
export const QUOTE_ALL = 1;
export const QUOTE_NONNUMERIC = 2;
export const QUOTE_NONE = 3;

/** What `csv.reader` and `csv.writer` may be told of the format; what is left out is as in the dialect `excel`. */
export interface CsvOptions {
  readonly delimiter?: string;
  readonly quoteChar?: string | null;
  readonly escapeChar?: string | null;
  readonly doubleQuote?: boolean;
  readonly skipInitialSpace?: boolean;
  readonly lineTerminator?: string;
  readonly quoting?: number;
  readonly strict?: boolean;
}

export type CsvDialect = Required<CsvOptions>;

/** The dialect `excel` with some of it changed, checked as CPython's _csv.c checks it. */
export function csvDialect(options: CsvOptions): CsvDialect {
  const quoting = options.quoting ?? (options.quoteChar === null ? QUOTE_NONE : QUOTE_MINIMAL);
  const dialect: CsvDialect = {
    delimiter: ",",
    quoteChar: '"',
    escapeChar: null,
    doubleQuote: true,
    skipInitialSpace: false,
    lineTerminator: "\r\n",
    strict: false,
    ...options,
    quoting,
  };
  if (![QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE].includes(quoting))
    throw new PyTypeError('bad "quoting" value');
  if (dialect.delimiter.length !== 1) throw new PyTypeError('"delimiter" must be an 1-character string');
  for (const [name, value] of [
    ["quotechar", dialect.quoteChar],
    ["escapechar", dialect.escapeChar],
  ] as const) {
    if (value !== null && value.length > 1) throw new PyTypeError(`"${name}" must be an 1-character string`);
  }
  if (quoting !== QUOTE_NONE && !dialect.quoteChar) throw new PyTypeError("quotechar must be set if quoting enabled");
  return dialect;
}
