import { statSync } from "node:fs";

/** `os.path.isfile(path)`: whether there is a regular file, perhaps behind a link. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
