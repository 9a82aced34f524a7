import type { Dict } from "../containers/Dict.ts";
import { StopIteration } from "../exceptions/StopIteration.ts";
import { type CsvFieldOptions, csvFields } from "./CsvFields.ts";
import { CsvReader } from "./CsvReader.ts";

type Fields<V> = Dict<string, string | null | V>;

/** `csv.DictReader(lines)`: records by the names in the first one, or those given. Empty ones are left out. */
export class CsvDictReader<V = never> implements Iterable<Fields<V>> {
  readonly #reader: CsvReader;
  readonly #options: CsvFieldOptions;
  #names: readonly string[] | null;

  constructor(lines: Iterable<string>, options: CsvFieldOptions = {}) {
    this.#options = options;
    this.#names = options.fieldNames ?? null;
    this.#reader = new CsvReader(lines, options);
  }

  get lineNumber(): number {
    return this.#reader.lineNumber;
  }

  /** `fieldnames`: those given, or the first record, which is read now if it has not been; None where there is none. */
  get fieldNames(): string[] | null {
    this.#names ??= this.#reader.read();
    return this.#names === null ? null : [...this.#names];
  }

  /** The next record; StopIteration after the last. */
  next(): Fields<V> {
    const record = this.read();
    if (record === null) throw new StopIteration();
    return record;
  }

  /** The next record, null after the last. */
  read(): Fields<V> | null {
    this.#names ??= this.#reader.read();
    let record = this.#reader.read();
    while (record?.length === 0) record = this.#reader.read();
    return record === null ? null : csvFields(this.#names ?? [], record, this.#options);
  }

  *[Symbol.iterator](): Generator<Fields<V>, undefined> {
    for (let record = this.read(); record !== null; record = this.read()) yield record;
  }
}
