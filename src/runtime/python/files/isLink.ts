import { lstatSync } from "node:fs";

/** `os.path.islink(path)`. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
