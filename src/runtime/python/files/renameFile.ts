import { renameSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "./systemCall.ts";

/** `os.rename(from, to)`. Its OSError names no file. */
export function renameFile(from: string, to: string): void {
  systemCall(null, () => renameSync(from, to), OSError);
}
