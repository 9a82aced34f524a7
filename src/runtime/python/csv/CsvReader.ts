import { StopIteration } from "../exceptions/StopIteration.ts";
import type { CsvOptions } from "./CsvDialect.ts";
import { CsvParser } from "./CsvParser.ts";

/** `csv.reader(lines)`: records of lines, which are a file's or those of a list. */
export class CsvReader<V = never> implements Iterable<(string | V)[]> {
  readonly #lines: Iterator<string>;
  readonly #parser: CsvParser;

  constructor(lines: Iterable<string>, options: CsvOptions = {}) {
    this.#lines = lines[Symbol.iterator]();
    this.#parser = new CsvParser(options);
  }

  /** Lines read so far. */
  get lineNumber(): number {
    return this.#parser.lineNumber;
  }

  /** The next record; StopIteration after the last. */
  next(): (string | V)[] {
    const record = this.read();
    if (record === null) throw new StopIteration();
    return record;
  }

  /** The next record, null after the last. */
  read(): (string | V)[] | null {
    this.#parser.begin();
    for (;;) {
      const line = this.#lines.next();
      if (line.done === true) return this.#parser.end();
      const record = this.#parser.take(line.value);
      if (record !== null) return record;
    }
  }

  *[Symbol.iterator](): Generator<(string | V)[], undefined> {
    for (let record = this.read(); record !== null; record = this.read()) yield record;
  }
}
