import { openSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { opened } from "../descriptors/offsets.ts";
import { absolutePath } from "../files/absolutePath.ts";
import { systemCall } from "../files/systemCall.ts";
import { type TemporaryOptions, temporaryPath } from "./temporaryPath.ts";

/** `tempfile.mkstemp(suffix, prefix, dir)`: the number of a new open file that only its owner may use, and its path. */
export function makeTemporaryFile(options: TemporaryOptions = {}): [descriptor: number, path: string] {
  for (;;) {
    const path = absolutePath(temporaryPath(options));
    try {
      return [opened(systemCall(path, () => openSync(path, "wx+", 0o600), OSError)), path];
    } catch (error) {
      if (!(error instanceof OSError && error.errno === 17)) throw error;
    }
  }
}
