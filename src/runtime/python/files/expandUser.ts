import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import process from "node:process";

/** `os.path.expanduser(path)`: a `~` or `~name` at the beginning is the home directory; one of nobody stays. */
export function expandUser(path: string): string {
  const [whole, name] = /^~([^/]*)/.exec(path) ?? [];
  if (whole === undefined || name === undefined) return path;
  const home = name === "" ? (process.env["HOME"] ?? userInfo().homedir) : homeOf(name);
  if (home === null) return path;
  return home.replace(/\/+$/, "") + path.slice(whole.length) || "/";
}

function homeOf(name: string): string | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith(`${name}:`));
  return line?.split(":")[5] ?? null;
}
