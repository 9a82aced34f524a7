import { rmdirSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "./systemCall.ts";

/** `os.rmdir(path)`. */
export function removeDirectory(path: string): void {
  systemCall(path, () => rmdirSync(path), OSError);
}
