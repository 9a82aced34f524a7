import { OSError } from "../exceptions/OSError.ts";
import { basename } from "./basename.ts";
import { dirname } from "./dirname.ts";
import { isDirectory } from "./isDirectory.ts";
import { joinPath } from "./joinPath.ts";
import { linkExists } from "./pathExists.ts";
import { listDirectory } from "./listDirectory.ts";
import { matchesName } from "./matchesName.ts";

const hasMagic = (path: string): boolean => /[*?[]/.test(path);

/** `glob.glob(pattern)`: in the order in which the system lists directories. Names that begin with a dot need a pattern that does. */
export function globPaths(pattern: string): string[] {
  if (!hasMagic(pattern)) return linkExists(pattern) ? [pattern] : [];
  const [directory, name] = [dirname(pattern), basename(pattern)];
  if (directory === "") return matching(".", name);
  const directories = directory !== pattern && hasMagic(directory) ? globPaths(directory) : [directory];
  return directories.flatMap((one) => {
    const found = hasMagic(name) ? matching(one, name) : named(one, name);
    return found.map((path) => joinPath(one, path));
  });
}

function matching(directory: string, pattern: string): string[] {
  let names: string[];
  try {
    names = listDirectory(directory);
  } catch (error) {
    if (error instanceof OSError) return [];
    throw error;
  }
  const visible = pattern.startsWith(".") ? names : names.filter((name) => !name.startsWith("."));
  return visible.filter((name) => matchesName(name, pattern));
}

/** A part without wildcards; an empty one stands for a directory. */
function named(directory: string, name: string): string[] {
  return (name === "" ? isDirectory(directory) : linkExists(joinPath(directory, name))) ? [name] : [];
}
