import { chmodSync, statSync, utimesSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { basename } from "./basename.ts";
import { isDirectory } from "./isDirectory.ts";
import { joinPath } from "./joinPath.ts";
import { openFile } from "./openFile.ts";
import { ShutilError } from "./ShutilError.ts";
import { systemCall } from "./systemCall.ts";

/** `shutil.copyfile(from, to)`: what is in a file. */
export function copyContents(from: string, to: string): void {
  if (isSameFile(from, to)) throw new ShutilError(`\`${from}\` and \`${to}\` are the same file`);
  const source = openFile(from, "rb");
  try {
    const target = openFile(to, "wb");
    try {
      target.write(source.readBytes());
    } finally {
      target.close();
    }
  } finally {
    source.close();
  }
}

/** `shutil.copy(from, to)`: a file with its mode, to a path or into a folder. */
export function copyFile(from: string, to: string): void {
  const target = isDirectory(to) ? joinPath(to, basename(from)) : to;
  copyContents(from, target);
  copyMode(from, target);
}

/** `shutil.copy2(from, to)`: a file with its mode and times. */
export function copyFileAndTimes(from: string, to: string): void {
  const target = isDirectory(to) ? joinPath(to, basename(from)) : to;
  copyContents(from, target);
  copyModeAndTimes(from, target);
}

/** `shutil.copystat(from, to)`. */
export function copyModeAndTimes(from: string, to: string): void {
  const { atimeMs, mtimeMs } = systemCall(from, () => statSync(from), OSError);
  systemCall(to, () => utimesSync(to, atimeMs / 1000, mtimeMs / 1000), OSError);
  copyMode(from, to);
}

/** `shutil.copymode(from, to)`. */
export function copyMode(from: string, to: string): void {
  const { mode } = systemCall(from, () => statSync(from), OSError);
  systemCall(to, () => chmodSync(to, mode & 0o7777), OSError);
}

/** Whether two paths are one file. */
export function isSameFile(a: string, b: string): boolean {
  try {
    const [one, other] = [statSync(a, { bigint: true }), statSync(b, { bigint: true })];
    return one.ino === other.ino && one.dev === other.dev;
  } catch {
    return false;
  }
}
