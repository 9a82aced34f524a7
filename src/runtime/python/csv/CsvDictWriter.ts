import { ValueError } from "../exceptions/ValueError.ts";
import { repr } from "../repr/repr.ts";
import type { CsvOptions } from "./CsvDialect.ts";
import { CsvWriter } from "./CsvWriter.ts";

/** What `csv.DictWriter` takes besides the file and the names. */
export interface CsvDictOptions extends CsvOptions {
  readonly restValue?: unknown;
  readonly extrasAction?: string;
}

/** `csv.DictWriter(file, names)`: writes dicts as lines, in the order of the names. */
export class CsvDictWriter {
  readonly #writer: CsvWriter;
  readonly #names: readonly string[];
  readonly #options: CsvDictOptions;

  constructor(file: { write(text: string): void }, names: readonly string[], options: CsvDictOptions = {}) {
    const action = options.extrasAction ?? "raise";
    if (action.toLowerCase() !== "raise" && action !== "ignore")
      throw new ValueError(`extrasaction (${action}) must be 'raise' or 'ignore'`);
    this.#writer = new CsvWriter(file, options);
    this.#names = names;
    this.#options = options;
  }

  writeHeader(): void {
    this.#writer.writeRow(this.#names);
  }

  writeRow(row: ReadonlyMap<string, unknown>): void {
    this.#writer.writeRow(this.#values(row));
  }

  writeRows(rows: Iterable<ReadonlyMap<string, unknown>>): void {
    const values = Array.from(rows, (row) => this.#values(row));
    this.#writer.writeRows(values);
  }

  #values(row: ReadonlyMap<string, unknown>): unknown[] {
    if ((this.#options.extrasAction ?? "raise") === "raise") {
      const wrong = [...row.keys()].filter((key) => !this.#names.includes(key));
      if (wrong.length > 0)
        throw new ValueError(`dict contains fields not in fieldnames: ${wrong.map(repr).join(", ")}`);
    }
    const { restValue = "" } = this.#options;
    return this.#names.map((name) => (row.has(name) ? row.get(name) : restValue));
  }
}
