import type { Dict } from "../containers/Dict.ts";
import { StopIteration } from "../exceptions/StopIteration.ts";
import { AsyncCsvReader } from "./AsyncCsvReader.ts";
import { type CsvFieldOptions, csvFields } from "./CsvFields.ts";

type Fields<V> = Dict<string, string | null | V>;

/** `csv.DictReader(response)`: records of lines that come over the network, by the names in the first one, or those given. */
export class AsyncCsvDictReader<V = never> implements AsyncIterable<Fields<V>> {
  readonly #reader: AsyncCsvReader;
  readonly #options: CsvFieldOptions;
  #names: readonly string[] | null;

  constructor(lines: AsyncIterable<string>, options: CsvFieldOptions = {}) {
    this.#options = options;
    this.#names = options.fieldNames ?? null;
    this.#reader = new AsyncCsvReader(lines, options);
  }

  get lineNumber(): number {
    return this.#reader.lineNumber;
  }

  /** The next record; StopIteration after the last. */
  async next(): Promise<Fields<V>> {
    const record = await this.read();
    if (record === null) throw new StopIteration();
    return record;
  }

  /** The next record, null after the last; empty ones are left out. */
  async read(): Promise<Fields<V> | null> {
    this.#names ??= await this.#reader.read();
    let record = await this.#reader.read();
    while (record?.length === 0) record = await this.#reader.read();
    return record === null ? null : csvFields(this.#names ?? [], record, this.#options);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Fields<V>, undefined> {
    for (let record = await this.read(); record !== null; record = await this.read()) yield record;
  }
}
