import { asNumber } from "../dynamic/asNumber.ts";
import { str } from "../repr/str.ts";
import { Float } from "../numbers/Float.ts";
import { floatRepr } from "../numbers/floatRepr.ts";
import { type CsvDialect, type CsvOptions, csvDialect, QUOTE_ALL, QUOTE_NONE, QUOTE_NONNUMERIC } from "./CsvDialect.ts";
import { CsvError } from "./CsvError.ts";

/** `csv.writer(file)`: writes records as lines. None is empty, a whole `Float` has its `.0`, anything else is its `str`. */
export class CsvWriter {
  readonly #file: { write(text: string): void };
  readonly #dialect: CsvDialect;

  constructor(file: { write(text: string): void }, options: CsvOptions = {}) {
    this.#file = file;
    this.#dialect = csvDialect(options);
  }

  writeRow(values: Iterable<unknown>): void {
    const fields = [...values];
    const line = fields.map((value) => this.#field(value, fields.length === 1)).join(this.#dialect.delimiter);
    this.#file.write(line + this.#dialect.lineTerminator);
  }

  writeRows(rows: Iterable<Iterable<unknown>>): void {
    for (const row of rows) this.writeRow(row);
  }

  #field(value: unknown, alone: boolean): string {
    const { delimiter, quoteChar, escapeChar, doubleQuote, lineTerminator, quoting } = this.#dialect;
    // C ends a text at its first NUL.
    const [text = ""] = fieldText(value).split("\0");
    let quoted = quoting === QUOTE_ALL || (quoting === QUOTE_NONNUMERIC && asNumber(value) === null);
    let written = "";
    for (const character of text) {
      if (
        character === delimiter ||
        character === escapeChar ||
        character === quoteChar ||
        lineTerminator.includes(character)
      ) {
        let escape = quoting === QUOTE_NONE;
        if (!escape && character === quoteChar) {
          if (doubleQuote) written += quoteChar;
          else escape = true;
        }
        if (!escape) quoted = true;
        else if (escapeChar === null) throw new CsvError("need to escape, but no escapechar set");
        else written += escapeChar;
      }
      written += character;
    }
    if (text === "" && alone) {
      if (quoting === QUOTE_NONE) throw new CsvError("single empty field record must be quoted");
      quoted = true;
    }
    return quoted ? `${quoteChar}${written}${quoteChar}` : written;
  }
}

function fieldText(value: unknown): string {
  if (value === null) return "";
  return value instanceof Float || (typeof value === "number" && !Number.isSafeInteger(value))
    ? floatRepr(Number(value))
    : str(value);
}
