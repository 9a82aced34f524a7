import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import ignore, { type Ignore } from "ignore";

const run = promisify(execFile);

/**
 * Every file below a folder that version control would know of, relative to it and `/`-separated, sorted.
 * Asks git first, whose ignore rules are exact; outside a work tree, or for a folder that git itself ignores but the
 * user named, walks the tree under the `.gitignore` files found in it. A folder that cannot be read is listed itself,
 * with a slash at its end.
 */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const known = await gitFiles(folder);
  const files = known.length > 0 ? known : await walk(folder, "", []);
  return [...new Set(files)].sort();
}

async function gitFiles(folder: string): Promise<readonly string[]> {
  try {
    const { stdout } = await run("git", ["ls-files", "-z", "-co", "--exclude-standard"], {
      cwd: folder,
      maxBuffer: 2 ** 30,
    });
    // A nested repository is listed as a folder, with a slash.
    return stdout.split("\0").filter((path) => path !== "" && !path.endsWith("/"));
  } catch {
    return [];
  }
}

/** The rules of one `.gitignore`, for paths that begin with its folder (empty, or with a slash at its end). */
interface Rules {
  readonly folder: string;
  readonly matcher: Ignore;
}

async function walk(root: string, folder: string, above: readonly Rules[]): Promise<string[]> {
  let entries;
  try {
    entries = await readdir(join(root, folder), { withFileTypes: true });
  } catch {
    return [folder];
  }
  const own = entries.some((entry) => entry.name === ".gitignore" && entry.isFile())
    ? [{ folder, matcher: ignore().add(await readFile(join(root, folder, ".gitignore"), "utf8")) }]
    : [];
  const rules = [...above, ...own];
  const found: string[] = [];
  for (const entry of entries) {
    const path = folder + entry.name + (entry.isDirectory() ? "/" : "");
    if (entry.name === ".git" || isIgnored(path, rules)) continue;
    if (entry.isDirectory()) found.push(...(await walk(root, path, rules)));
    else found.push(path);
  }
  return found;
}

/** As in git, the rules of the deepest folder that says anything win. */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
  let ignored = false;
  for (const { folder, matcher } of rules) {
    const verdict = matcher.test(path.slice(folder.length));
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}
