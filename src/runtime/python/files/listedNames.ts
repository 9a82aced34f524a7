import { OSError } from "../exceptions/OSError.ts";
import { listDirectory } from "./listDirectory.ts";

/** The names in a directory; null for one that cannot be listed, which `os.walk` and `os.path.walk` leave out. */
export function listedNames(path: string): string[] | null {
  try {
    return listDirectory(path);
  } catch (error) {
    if (error instanceof OSError) return null;
    throw error;
  }
}
