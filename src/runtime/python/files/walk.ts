import { isDirectory } from "./isDirectory.ts";
import { isLink } from "./isLink.ts";
import { joinPath } from "./joinPath.ts";
import { listedNames } from "./listedNames.ts";

/**
 * `os.walk(top)`: each directory below `top` with the names of its directories and files. Going down, the caller may take
 * names out of the list of directories. What cannot be listed is left out.
 */
export function* walk(
  top: string,
  topDown = true,
  followLinks = false,
): Generator<[string, string[], string[]], undefined> {
  const names = listedNames(top);
  if (names === null) return;
  const directories: string[] = [];
  const files: string[] = [];
  for (const name of names) (isDirectory(joinPath(top, name)) ? directories : files).push(name);
  if (topDown) yield [top, directories, files];
  for (const name of directories) {
    const path = joinPath(top, name);
    if (followLinks || !isLink(path)) yield* walk(path, topDown, followLinks);
  }
  if (!topDown) yield [top, directories, files];
}
