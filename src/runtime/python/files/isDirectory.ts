import { statSync } from "node:fs";

/** `os.path.isdir(path)`: whether there is a directory, perhaps behind a link. */
export function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
