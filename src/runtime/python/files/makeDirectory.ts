import { mkdirSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "./systemCall.ts";

/** `os.mkdir(path)`. */
export function makeDirectory(path: string): void {
  systemCall(path, () => mkdirSync(path), OSError);
}
