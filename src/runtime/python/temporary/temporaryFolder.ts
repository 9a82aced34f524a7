import { accessSync, constants, statSync } from "node:fs";
import process from "node:process";
import { IOError } from "../exceptions/IOError.ts";
import { absolutePath } from "../files/absolutePath.ts";
import { repr } from "../repr/repr.ts";

let found: string | null = null;

/** `tempfile.gettempdir()`: the first of `$TMPDIR`, `$TEMP`, `$TMP`, the usual places and the current folder that can be written. */
export function temporaryFolder(): string {
  const { TMPDIR, TEMP, TMP } = process.env;
  const places = [TMPDIR, TEMP, TMP].filter((place) => place !== undefined && place !== "") as string[];
  const all = [...places, "/tmp", "/var/tmp", "/usr/tmp", process.cwd()];
  found ??= all.map((place) => absolutePath(place)).find(isWritable) ?? null;
  if (found === null) throw new IOError(2, `No usable temporary directory found in ${repr(all)}`);
  return found;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
