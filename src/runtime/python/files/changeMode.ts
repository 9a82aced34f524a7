import { chmodSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "./systemCall.ts";

/** `os.chmod(path, mode)`. */
export function changeMode(path: string, mode: number): void {
  systemCall(path, () => chmodSync(path, mode & 0o7777), OSError);
}
