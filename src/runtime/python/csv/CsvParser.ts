import { byteLength } from "../text/byteLength.ts";
import { type CsvDialect, type CsvOptions, csvDialect, QUOTE_NONE, QUOTE_NONNUMERIC } from "./CsvDialect.ts";
import { CsvError } from "./CsvError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";

type State = "record" | "field" | "escaped" | "inField" | "inQuotes" | "escapedInQuotes" | "quoteInQuotes" | "lineEnd";

const FIELD_LIMIT = 131072;
const NEW_LINE = "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?";

/** Takes lines, gives records: the state machine of CPython 2.7's _csv.c. */
export class CsvParser {
  readonly #dialect: CsvDialect;
  #state: State = "record";
  #field = "";
  /** Bytes of the field. */
  #size = 0;
  #fields: string[] = [];
  /** Lines taken so far. */
  lineNumber = 0;

  constructor(options: CsvOptions) {
    this.#dialect = csvDialect(options);
    if (this.#dialect.quoting === QUOTE_NONNUMERIC)
      throw new UntranslatedError("U0103", "csv.reader with QUOTE_NONNUMERIC reads floats");
  }

  /** Begins a record, whatever was left of the last one after an error. */
  begin(): void {
    this.#state = "record";
    this.#field = "";
    this.#size = 0;
    this.#fields = [];
  }

  /** A line, with or without its end: the record that it completes, or null where the record goes on. */
  take(line: string): string[] | null {
    this.lineNumber++;
    for (const character of line) {
      if (character === "\0") throw new CsvError("line contains NUL");
      this.#take(character);
    }
    this.#take(null);
    return this.#state === "record" ? this.#fields : null;
  }

  /** After the last line: what is left of a record that was not complete. */
  end(): string[] | null {
    if (this.#field === "" && this.#state !== "inQuotes") return null;
    if (this.#dialect.strict) throw new CsvError("unexpected end of data");
    this.#save();
    return this.#fields;
  }

  /** One character; null for the end of a line. */
  #take(character: string | null): void {
    const { delimiter, quoteChar, escapeChar, quoting, doubleQuote, strict } = this.#dialect;
    const ends = character === null || character === "\n" || character === "\r";
    const quotes = character === quoteChar && character !== null && quoting !== QUOTE_NONE;
    const escapes = character === escapeChar && character !== null;
    switch (this.#state) {
      case "record":
        if (character === null) return;
        if (ends) this.#state = "lineEnd";
        else this.#start(character, quotes, escapes);
        return;
      case "field":
        if (ends) this.#endField(character);
        else this.#start(character, quotes, escapes);
        return;
      case "escaped":
        this.#add(character ?? "\n");
        this.#state = "inField";
        return;
      case "inField":
        if (ends) this.#endField(character);
        else if (escapes) this.#state = "escaped";
        else if (character === delimiter) this.#nextField();
        else this.#add(character);
        return;
      case "inQuotes":
        if (character === null) return;
        if (escapes) this.#state = "escapedInQuotes";
        else if (quotes) this.#state = doubleQuote ? "quoteInQuotes" : "inField";
        else this.#add(character);
        return;
      case "escapedInQuotes":
        this.#add(character ?? "\n");
        this.#state = "inQuotes";
        return;
      case "quoteInQuotes":
        if (quotes) {
          this.#add(character);
          this.#state = "inQuotes";
        } else if (character === delimiter) this.#nextField();
        else if (ends) this.#endField(character);
        else if (strict) throw new CsvError(`'${delimiter}' expected after '${quoteChar}'`);
        else {
          this.#add(character);
          this.#state = "inField";
        }
        return;
      case "lineEnd":
        if (character === null) this.#state = "record";
        else if (!ends) throw new CsvError(NEW_LINE);
    }
  }

  #start(character: string, quotes: boolean, escapes: boolean): void {
    if (quotes) this.#state = "inQuotes";
    else if (escapes) this.#state = "escaped";
    else if (character === " " && this.#dialect.skipInitialSpace) this.#state = "field";
    else if (character === this.#dialect.delimiter) this.#nextField();
    else {
      this.#add(character);
      this.#state = "inField";
    }
  }

  #add(character: string): void {
    this.#field += character;
    this.#size += character < "\x80" ? 1 : byteLength(character);
    if (this.#size > FIELD_LIMIT) throw new CsvError(`field larger than field limit (${FIELD_LIMIT})`);
  }

  #nextField(): void {
    this.#save();
    this.#state = "field";
  }

  #endField(character: string | null): void {
    this.#save();
    this.#state = character === null ? "record" : "lineEnd";
  }

  #save(): void {
    this.#fields.push(this.#field);
    this.#field = "";
    this.#size = 0;
  }
}
