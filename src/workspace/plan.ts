import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type Action, rerunAction } from "./rerun.ts";

/** One file that the run wants on disk, and what is to become of it. */
export interface PlannedFile {
  readonly kind: "translation" | "runtime" | "scaffold";
  /** Relative to the working directory, `/`-separated. */
  readonly path: string;
  readonly absolute: string;
  readonly action: Action;
  /** Why a file is refused; `null` otherwise. */
  readonly reason: string | null;
  /** Text on disk; `null` if there is no such file. */
  readonly before: string | null;
  /** Text to write, header included. */
  readonly after: string;
}

/** Compares a wanted file with what is on disk. Reads, never writes. */
export async function planFile(
  kind: PlannedFile["kind"],
  place: { readonly cwd: string; readonly base: string; readonly path: string },
  after: string,
): Promise<PlannedFile> {
  const absolute = join(place.base, place.path);
  const file = { kind, absolute, path: relative(place.cwd, absolute).split(sep).join("/"), after };
  let before: string | null = null;
  try {
    before = await readFile(absolute, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ENOENT") return { ...file, before, action: "refused", reason: obstacle(code, error) };
  }
  const action = rerunAction(before, after);
  const reason = action === "refused" ? "a file is there that urllib2-to-fetch did not write" : null;
  return { ...file, before, action, reason };
}

function obstacle(code: unknown, error: unknown): string {
  if (code === "EISDIR") return "a folder of that name is there";
  if (code === "ENOTDIR") return "a file is there where a folder is needed";
  if (code === "EACCES") return "what is there cannot be read: permission denied";
  return error instanceof Error ? error.message : String(error);
}
