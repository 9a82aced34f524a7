import { chmod, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { makeFolder } from "./make-folder.ts";
import type { PlannedFile } from "./plan.ts";

/** A planned file that could not be written, and why. */
export interface WriteFailure {
  readonly path: string;
  readonly reason: string;
}

/**
 * Writes what the plan creates or replaces. Each file appears whole or not at all; one that fails does not stop the
 * others; an aborted signal stops before the next file.
 */
export async function writeFiles(plan: readonly PlannedFile[], signal?: AbortSignal): Promise<readonly WriteFailure[]> {
  const failures: WriteFailure[] = [];
  for (const file of plan) {
    if (file.action !== "create" && file.action !== "replace") continue;
    if (signal?.aborted) break;
    try {
      await writeWhole(file.absolute, file.after);
    } catch (error) {
      failures.push({ path: file.path, reason: `cannot be written: ${writeFailure(error)}` });
    }
  }
  return failures;
}

/** Writes beside the target and renames: on one file system that is atomic. */
async function writeWhole(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, text, { flag: "wx" });
    const old = await stat(path).catch(() => undefined);
    if (old !== undefined) await chmod(temporary, old.mode);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function writeFailure(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "ENOSPC") return "no space left on the disk";
  if (code === "EROFS") return "the disk is read-only";
  return error instanceof Error ? error.message : String(error);
}
