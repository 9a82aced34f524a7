import { LogFormatter } from "./LogFormatter.ts";
import type { LogRecord } from "./LogRecord.ts";

/** `logging.StreamHandler` and `FileHandler`: where records of a level and above are written, a line each. */
export class LogHandler {
  readonly #write: (text: string) => void;
  #formatter = new LogFormatter();
  #level = 0;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  setFormatter(formatter: LogFormatter): void {
    this.#formatter = formatter;
  }

  setLevel(level: number): void {
    this.#level = level;
  }

  handle(record: LogRecord): void {
    if (record.level >= this.#level) this.#write(`${this.#formatter.format(record)}\n`);
  }
}
