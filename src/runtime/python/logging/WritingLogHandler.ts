import { StandardError } from "../exceptions/StandardError.ts";
import { writeStderr } from "../output/writeStderr.ts";
import { formatTraceback } from "./formatTraceback.ts";
import { LogHandler } from "./LogHandler.ts";
import type { LogRecord } from "./LogRecord.ts";

/** A handler that writes: what is wrong with a message is told on standard error, and the program goes on. */
export abstract class WritingLogHandler extends LogHandler {
  protected abstract write(record: LogRecord): void;

  override emit(record: LogRecord): void {
    try {
      this.write(record);
    } catch (error) {
      if (!(error instanceof StandardError)) throw error;
      const { file, line } = record.place;
      writeStderr(`${formatTraceback(error)}\nLogged from file ${file}, line ${line}\n`);
    }
  }
}
