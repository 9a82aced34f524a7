import { realpathSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** `__name__ == '__main__'`: whether the module of this `import.meta.url` is the one that was started. */
export function isMain(importMetaUrl: string): boolean {
  const started = process.argv[1];
  if (started === undefined) return false;
  const module = fileURLToPath(importMetaUrl);
  try {
    return realpathSync(started) === realpathSync(module);
  } catch {
    // `node script` without its ending.
    return started === module || started === module.replace(/\.[cm]?[jt]s$/, "");
  }
}
