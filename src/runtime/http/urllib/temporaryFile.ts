import { closeSync, openSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const made = new Set<string>();

/** A new empty file for a download, with an ending. It is removed by `urlcleanup` or when the program ends. */
export function temporaryFile(ending: string): string {
  if (made.size === 0) process.once("exit", urlcleanup);
  const letters = Array.from({ length: 6 }, () => Math.floor(Math.random() * 36).toString(36)).join("");
  const path = join(tmpdir(), `tmp${letters}${ending}`);
  closeSync(openSync(path, "wx", 0o600));
  made.add(path);
  return path;
}

/** `urllib.urlcleanup`: removes the files that downloads without a name have made. */
export function urlcleanup(): void {
  for (const path of made) {
    try {
      unlinkSync(path);
    } catch {
      // The program has moved or removed it.
    }
  }
  made.clear();
}
