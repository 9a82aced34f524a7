import { linkSync, readlinkSync, symlinkSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { systemCall } from "./systemCall.ts";

/** `os.symlink(target, path)`. Python names no file in its error. */
export function makeSymbolicLink(target: string, path: string): void {
  systemCall(null, () => symlinkSync(target, path), OSError);
}

/** `os.link(source, path)`. Python names no file in its error. */
export function makeLink(source: string, path: string): void {
  systemCall(null, () => linkSync(source, path), OSError);
}

/** `os.readlink(path)`. */
export function readLink(path: string): string {
  return systemCall(path, () => readlinkSync(path), OSError);
}
