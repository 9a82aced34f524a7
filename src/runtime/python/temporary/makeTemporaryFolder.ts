import { OSError } from "../exceptions/OSError.ts";
import { makeDirectory } from "../files/makeDirectory.ts";
import { type TemporaryOptions, temporaryPath } from "./temporaryPath.ts";

/** `tempfile.mkdtemp(suffix, prefix, dir)`: makes a folder that only its owner may use. */
export function makeTemporaryFolder(options: TemporaryOptions = {}): string {
  for (;;) {
    const path = temporaryPath(options);
    try {
      makeDirectory(path, 0o700);
      return path;
    } catch (error) {
      if (!(error instanceof OSError && error.errno === 17)) throw error;
    }
  }
}
