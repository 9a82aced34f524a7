import { OSError } from "../exceptions/OSError.ts";
import { basename } from "./basename.ts";
import { dirname } from "./dirname.ts";
import { makeDirectory } from "./makeDirectory.ts";
import { pathExists } from "./pathExists.ts";

/** `os.makedirs(path, mode)`: the directories on the way too. It is an OSError if the last one is there. */
export function makeDirectories(path: string, mode = 0o777): void {
  const whole = basename(path) === "" ? dirname(path) : path;
  const [head, tail] = [dirname(whole), basename(whole)];
  if (head !== "" && tail !== "" && !pathExists(head)) {
    try {
      makeDirectories(head, mode);
    } catch (error) {
      if (!(error instanceof OSError && error.errno === 17)) throw error;
    }
    if (tail === ".") return;
  }
  makeDirectory(path, mode);
}
