import { mkdirSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "./systemCall.ts";

/** `os.mkdir(path, mode)`. */
export function makeDirectory(path: string, mode = 0o777): void {
  systemCall(path, () => mkdirSync(path, mode), OSError);
}
