import { accessSync } from "node:fs";

/** `os.access(path, mode)`. */
export function mayAccess(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
