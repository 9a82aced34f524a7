import { existsSync, renameSync, rmSync } from "node:fs";
import { byteLength } from "../text/byteLength.ts";
import { FileLogHandler } from "./FileLogHandler.ts";
import type { LogRecord } from "./LogRecord.ts";

/** `logging.handlers.RotatingFileHandler`: a file that would become too long is put aside as `path.1`, the older ones move on. */
export class RotatingLogHandler extends FileLogHandler {
  readonly #most: number;
  readonly #kept: number;

  constructor(path: string, mode = "a", maxBytes = 0, backupCount = 0, delay = false) {
    super(path, maxBytes > 0 ? "a" : mode, delay);
    this.#most = maxBytes;
    this.#kept = backupCount;
  }

  protected override write(record: LogRecord): void {
    if (this.#most > 0) {
      const file = this.open();
      file.seek(0, 2);
      if (file.tell() + byteLength(`${this.format(record)}\n`) >= this.#most) this.doRollover();
    }
    super.write(record);
  }

  doRollover(): void {
    this.close();
    if (this.#kept > 0) {
      for (let n = this.#kept - 1; n > 0; n--) move(`${this.path}.${n}`, `${this.path}.${n + 1}`);
      move(this.path, `${this.path}.1`);
    }
    if (!this.isLate) this.open();
  }
}

function move(from: string, to: string): void {
  if (!existsSync(from)) return;
  rmSync(to, { force: true });
  renameSync(from, to);
}
