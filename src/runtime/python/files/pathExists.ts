import { lstatSync, statSync } from "node:fs";

/** `os.path.exists(path)`: false for a link to nothing. */
export function pathExists(path: string): boolean {
  return answers(() => statSync(path));
}

/** `os.path.lexists(path)`: true for a link to nothing. */
export function linkExists(path: string): boolean {
  return answers(() => lstatSync(path));
}

function answers(look: () => unknown): boolean {
  try {
    look();
    return true;
  } catch {
    return false;
  }
}
