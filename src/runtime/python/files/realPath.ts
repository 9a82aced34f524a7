import { readlinkSync } from "node:fs";
import process from "node:process";
import { normalizePath } from "./normalizePath.ts";
import { joinPath } from "./joinPath.ts";

/** `os.path.realpath(path)`: with links followed, as far as there are any; a loop of links ends it. */
export function realPath(path: string): string {
  return normalizePath(follow(joinPath(process.cwd(), path), new Set()).path);
}

function follow(path: string, open: ReadonlySet<string>): { path: string; ok: boolean } {
  const rest = path.split("/").filter((part) => part !== "" && part !== ".");
  let done = "/";
  for (let part = rest.shift(); part !== undefined; part = rest.shift()) {
    if (part === "..") {
      done = normalizePath(joinPath(done, ".."));
      continue;
    }
    const next = joinPath(done, part);
    const target = linkTarget(next);
    if (target === null) {
      done = next;
      continue;
    }
    if (open.has(next)) return { path: joinPath(next, ...rest), ok: false };
    const followed = follow(joinPath(done, target), new Set([...open, next]));
    if (!followed.ok) return { path: joinPath(followed.path, ...rest), ok: false };
    done = followed.path;
  }
  return { path: done, ok: true };
}

function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
