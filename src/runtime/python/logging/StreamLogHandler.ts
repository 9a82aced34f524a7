import { writeStderr } from "../output/writeStderr.ts";
import { writeStdout } from "../output/writeStdout.ts";

import type { LogRecord } from "./LogRecord.ts";
import { WritingLogHandler } from "./WritingLogHandler.ts";

/** A file, a text in memory, or one of the standard streams by its name. */
export type LogStream = "stdout" | "stderr" | { write(text: string): unknown; flush(): void };

/** `logging.StreamHandler(stream)`: a line for each record. */
export class StreamLogHandler extends WritingLogHandler {
  readonly #write: (text: string) => unknown;

  constructor(stream: LogStream = "stderr") {
    super();
    this.#write =
      stream === "stdout"
        ? writeStdout
        : stream === "stderr"
          ? writeStderr
          : (text) => {
              stream.write(text);
              stream.flush();
            };
  }

  protected override write(record: LogRecord): void {
    this.#write(`${this.format(record)}\n`);
  }
}
