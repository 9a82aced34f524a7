import { lstatSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { isLink } from "./isLink.ts";
import { joinPath } from "./joinPath.ts";
import { listDirectory } from "./listDirectory.ts";
import { removeDirectory } from "./removeDirectory.ts";
import { removeFile } from "./removeFile.ts";

/** `shutil.rmtree(path, ignoreErrors)`: a folder with all that is in it. */
export function removeTree(path: string, ignoreErrors = false): void {
  const attempt = <T>(action: () => T): T | undefined => {
    try {
      return action();
    } catch (error) {
      if (ignoreErrors && error instanceof OSError) return undefined;
      throw error;
    }
  };
  if (isLink(path)) {
    if (ignoreErrors) return;
    throw new OSError("Cannot call rmtree on a symbolic link");
  }
  for (const name of attempt(() => listDirectory(path)) ?? []) {
    const inner = joinPath(path, name);
    if (isFolder(inner)) removeTree(inner, ignoreErrors);
    else attempt(() => removeFile(inner));
  }
  attempt(() => removeDirectory(path));
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}
