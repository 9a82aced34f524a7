import { openSync, unlinkSync } from "node:fs";
import process from "node:process";
import { OSError } from "../exceptions/OSError.ts";
import { PyFile } from "../files/PyFile.ts";
import { systemCall } from "../files/systemCall.ts";
import { absolutePath } from "../files/absolutePath.ts";
import { type TemporaryOptions, temporaryPath } from "./temporaryPath.ts";

/** `tempfile.NamedTemporaryFile()`: a file to read and write, removed when it is closed, at the latest with the program's end. */
export class TemporaryFile extends PyFile {
  readonly #remove: () => void;

  constructor({ remove = true, ...options }: TemporaryOptions & { readonly remove?: boolean } = {}) {
    const path = absolutePath(temporaryPath(options));
    super(
      systemCall(path, () => openSync(path, "wx+", 0o600), OSError),
      path,
      { readable: true, writable: true, appends: false, binary: true, universalNewlines: false },
    );
    this.#remove = () => unlinkSync(path);
    if (remove) process.once("exit", this.#remove);
    else this.#remove = () => {};
  }

  override close(): void {
    if (this.closed) return;
    super.close();
    if (process.listeners("exit").includes(this.#remove)) {
      process.off("exit", this.#remove);
      this.#remove();
    }
  }
}
