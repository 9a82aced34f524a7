import process from "node:process";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "./systemCall.ts";

/** `os.chdir(path)`. */
export function changeDirectory(path: string): void {
  systemCall(path, () => process.chdir(path), OSError);
}
