import { NotImplementedError } from "../exceptions/NotImplementedError.ts";
import { LogFilterer } from "./LogFilter.ts";
import { LogFormatter } from "./LogFormatter.ts";
import { checkLevel } from "./LogLevel.ts";
import type { LogRecord } from "./LogRecord.ts";

/** `logging.Handler`: does something with records of a level and above. */
export class LogHandler extends LogFilterer {
  #formatter: LogFormatter | null = null;
  level: number;

  constructor(level: number | string = 0) {
    super();
    this.level = checkLevel(level);
  }

  setFormatter(formatter: LogFormatter | null): void {
    this.#formatter = formatter;
  }

  setLevel(level: number | string): void {
    this.level = checkLevel(level);
  }

  format(record: LogRecord): string {
    return (this.#formatter ?? plainFormatter).format(record);
  }

  handle(record: LogRecord): void {
    if (this.passes(record)) this.emit(record);
  }

  emit(_record: LogRecord): void {
    throw new NotImplementedError("emit must be implemented by Handler subclasses");
  }

  flush(): void {}

  close(): void {}
}

const plainFormatter = new LogFormatter();

/** `logging.NullHandler`. */
export class NullLogHandler extends LogHandler {
  override handle(_record: LogRecord): void {}

  override emit(_record: LogRecord): void {}
}
