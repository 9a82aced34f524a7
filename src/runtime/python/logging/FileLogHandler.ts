import { openFile } from "../files/openFile.ts";
import type { PyFile } from "../files/PyFile.ts";
import { StreamLogHandler } from "./StreamLogHandler.ts";
import type { LogRecord } from "./LogRecord.ts";

/** `logging.FileHandler(path, mode, encoding, delay)`: the file is opened at once, or when the first record comes. */
export class FileLogHandler extends StreamLogHandler {
  readonly path: string;
  readonly #mode: string;
  protected readonly isLate: boolean;
  protected file: PyFile | null;

  constructor(path: string, mode = "a", delay = false) {
    super();
    this.path = path;
    this.#mode = mode;
    this.isLate = delay;
    this.file = delay ? null : openFile(path, mode);
  }

  protected open(): PyFile {
    this.file ??= openFile(this.path, this.#mode);
    return this.file;
  }

  protected override write(record: LogRecord): void {
    const line = `${this.format(record)}\n`;
    const file = this.open();
    file.write(line);
    file.flush();
  }

  override close(): void {
    this.file?.close();
    this.file = null;
  }
}
