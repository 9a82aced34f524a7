import { lstatSync } from "node:fs";
import { OSError } from "../exceptions/OSError.ts";
import { joinPath } from "./joinPath.ts";
import { listDirectory } from "./listDirectory.ts";

/**
 * `os.path.walk(top, visit, arg)`: calls `visit(arg, directory, names)` for each directory. Those that it leaves among the names are gone
 * into; what cannot be listed is left out.
 */
export function visitDirectories<A>(
  top: string,
  visit: (arg: A, directory: string, names: string[]) => unknown,
  arg: A,
): void {
  let names: string[];
  try {
    names = listDirectory(top);
  } catch (error) {
    if (error instanceof OSError) return;
    throw error;
  }
  visit(arg, top, names);
  for (const name of names) {
    const path = joinPath(top, name);
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) visitDirectories(path, visit, arg);
  }
}
