import { OSError } from "../exceptions/OSError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { basename } from "./basename.ts";
import { copyFileAndTimes, isSameFile } from "./copyFile.ts";
import { isDirectory } from "./isDirectory.ts";
import { joinPath } from "./joinPath.ts";
import { pathExists } from "./pathExists.ts";
import { removeFile } from "./removeFile.ts";
import { renameFile } from "./renameFile.ts";
import { ShutilError } from "./ShutilError.ts";

/** `shutil.move(from, to)`: to a path or into a folder; a file also to another file system. */
export function movePath(from: string, to: string): void {
  let target = to;
  if (isDirectory(to)) {
    if (isSameFile(from, to)) return renameFile(from, to);
    target = joinPath(to, basename(from.replace(/\/+$/, "")));
    if (pathExists(target)) throw new ShutilError(`Destination path '${target}' already exists`);
  }
  try {
    renameFile(from, target);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    if (isDirectory(from)) throw new UntranslatedError("U0103", "shutil.move() of a folder to another file system");
    copyFileAndTimes(from, target);
    removeFile(from);
  }
}
