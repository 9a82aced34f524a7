import process from "node:process";
import { joinPath } from "./joinPath.ts";
import { normalizePath } from "./normalizePath.ts";

/** `os.path.abspath(path)`. */
export function absolutePath(path: string): string {
  return normalizePath(joinPath(process.cwd(), path));
}
