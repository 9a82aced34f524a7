import { lstatSync, statSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { StatResult } from "./StatResult.ts";
import { systemCall } from "./systemCall.ts";

/** `os.stat(path)`. */
export function stat(path: string): StatResult {
  return systemCall(path, () => new StatResult(statSync(path, { bigint: true })), OSError);
}

/** `os.lstat(path)`: of a link itself. */
export function lstat(path: string): StatResult {
  return systemCall(path, () => new StatResult(lstatSync(path, { bigint: true })), OSError);
}
