import { StopIteration } from "../exceptions/StopIteration.ts";
import type { CsvOptions } from "./CsvDialect.ts";
import { CsvParser } from "./CsvParser.ts";

/** `csv.reader(response)`: records of lines that come over the network, each as soon as its lines are there. */
export class AsyncCsvReader<V = never> implements AsyncIterable<(string | V)[]> {
  readonly #lines: AsyncIterator<string>;
  readonly #parser: CsvParser;

  constructor(lines: AsyncIterable<string>, options: CsvOptions = {}) {
    this.#lines = lines[Symbol.asyncIterator]();
    this.#parser = new CsvParser(options);
  }

  /** Lines read so far. */
  get lineNumber(): number {
    return this.#parser.lineNumber;
  }

  /** The next record; StopIteration after the last. */
  async next(): Promise<(string | V)[]> {
    const record = await this.read();
    if (record === null) throw new StopIteration();
    return record;
  }

  /** The next record, null after the last. */
  async read(): Promise<(string | V)[] | null> {
    this.#parser.begin();
    for (;;) {
      const line = await this.#lines.next();
      if (line.done === true) return this.#parser.end();
      const record = this.#parser.take(line.value);
      if (record !== null) return record;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<(string | V)[], undefined> {
    for (let record = await this.read(); record !== null; record = await this.read()) yield record;
  }
}
