// Runs functions of translated programs: each line of stdin names a module's path, a folder to work in and a function.
import { createInterface } from "node:readline";
import { dirname, join } from "node:path";
import process from "node:process";
import { MARK } from "./ProgramLines.ts";

type Module = Readonly<Record<string, () => unknown>>;

async function run(path: string, name: string): Promise<string | null> {
  try {
    const module = (await import(path)) as Module;
    const call = module[name];
    if (call === undefined) throw new Error(`${path} has no ${name}`);
    await call();
    return null;
  } catch (error) {
    // As CPython's driver writes it: the class with its module, and the text.
    const { qualifiedName, message } = error as { readonly qualifiedName?: string; readonly message: string };
    const text = `${qualifiedName ?? (error as Error).name}: ${qualifiedName === undefined ? message : String(error)}`;
    return Buffer.from(text).toString("latin1");
  }
}

/** A function that stopped within a `print` leaves a space to be written; the next one starts at the beginning of a line. */
async function endLine(folder: string): Promise<void> {
  const { softSpace } = (await import(join(folder, "runtime/python/output/softSpace.ts"))) as {
    readonly softSpace: { pending: boolean };
  };
  softSpace.pending = false;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { path, folder, function: name } = JSON.parse(line) as Record<"path" | "folder" | "function", string>;
  process.chdir(folder);
  await endLine(dirname(path));
  process.stdout.write(`${MARK}${JSON.stringify(await run(path, name))}\n`);
}
