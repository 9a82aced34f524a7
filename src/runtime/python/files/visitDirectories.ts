import { lstatSync } from "node:fs";
import { joinPath } from "./joinPath.ts";
import { listedNames } from "./listedNames.ts";

/**
 * `os.path.walk(top, visit, arg)`: calls `visit(arg, directory, names)` for each directory. Those that it leaves among the names are gone
 * into; what cannot be listed is left out.
 */
export function visitDirectories<A>(
  top: string,
  visit: (arg: A, directory: string, names: string[]) => unknown,
  arg: A,
): void {
  const names = listedNames(top);
  if (names === null) return;
  visit(arg, top, names);
  for (const name of names) {
    const path = joinPath(top, name);
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) visitDirectories(path, visit, arg);
  }
}
