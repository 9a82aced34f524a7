import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../../src/cli/main.ts";
import { fakeEngine } from "./fake-engine.ts";

/** A new folder with these files in it, gone when the test ends. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "u2f-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Every file below a folder and its text, without `.git`. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (entry.isFile() && !path.startsWith(".git/")) files[path] = await readFile(join(folder, path), "utf8");
  }
  return files;
}

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a folder, in this process. */
export async function runMain(
  cwd: string,
  argv: readonly string[],
  { env = {}, tty = false, engine = fakeEngine, catalogue = {}, signal = new AbortController().signal } = {},
): Promise<Ran> {
  let stdout = "";
  let stderr = "";
  const exitCode = await main(
    argv,
    {
      stdout: { write: (text) => void (stdout += text), isTTY: tty },
      stderr: { write: (text) => void (stderr += text), isTTY: tty },
      cwd,
      env,
      signal,
    },
    { engine, catalogue },
  );
  return { exitCode, stdout, stderr };
}
