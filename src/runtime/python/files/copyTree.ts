import { EnvironmentError } from "../exceptions/EnvironmentError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { copyFileAndTimes, copyModeAndTimes } from "./copyFile.ts";
import { isDirectory } from "./isDirectory.ts";
import { joinPath } from "./joinPath.ts";
import { listDirectory } from "./listDirectory.ts";
import { makeDirectories } from "./makeDirectories.ts";

/**
 * `shutil.copytree(from, to)`: a folder with all that is in it, links followed; it is an OSError if `to` is there. Python goes on behind a
 * file that cannot be copied, and raises all that went wrong at the end: that list is not made here.
 */
export function copyTree(from: string, to: string): void {
  const names = listDirectory(from);
  makeDirectories(to);
  for (const name of names) {
    const [source, target] = [joinPath(from, name), joinPath(to, name)];
    try {
      if (isDirectory(source)) copyTree(source, target);
      else copyFileAndTimes(source, target);
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      throw new UntranslatedError(
        "U0103",
        `the list of what shutil.copytree() could not copy: ${source}: ${String(error)}`,
      );
    }
  }
  copyModeAndTimes(from, to);
}
