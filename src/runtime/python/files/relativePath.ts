import { ValueError } from "../exceptions/ValueError.ts";
import { absolutePath } from "./absolutePath.ts";

/** `os.path.relpath(path, start)`. */
export function relativePath(path: string, start = "."): string {
  if (path === "") throw new ValueError("no path specified");
  const [from, to] = [start, path].map((one) =>
    absolutePath(one)
      .split("/")
      .filter((part) => part !== ""),
  ) as [string[], string[]];
  let shared = 0;
  while (shared < Math.min(from.length, to.length) && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/") || ".";
}
