/** `os.path.normpath(path)`: without double slashes, `.` and `..`; two slashes at the beginning stay, three are one. */
export function normalizePath(path: string): string {
  if (path === "") return ".";
  const root = /^\/\/(?!\/)/.test(path) ? "//" : path.startsWith("/") ? "/" : "";
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== ".." || (root === "" && parts.length === 0) || parts.at(-1) === "..") parts.push(part);
    else parts.pop();
  }
  return root + parts.join("/") || ".";
}
