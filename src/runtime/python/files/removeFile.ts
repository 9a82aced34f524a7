import { unlinkSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "./systemCall.ts";

/** `os.remove(path)`, `os.unlink(path)`. */
export function removeFile(path: string): void {
  systemCall(path, () => unlinkSync(path), OSError);
}
