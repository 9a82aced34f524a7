import { basename } from "./basename.ts";
import { dirname } from "./dirname.ts";

/** `os.path.split(path)`. */
export function splitPath(path: string): [head: string, tail: string] {
  return [dirname(path), basename(path)];
}
