import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A file beside this one. */
export const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Runs a program that has `fetchOrThrow` and `base` against a server: what it wrote, and how long it went on after its last line of code, in milliseconds. */
export async function runScript(
  program: string,
  base: string,
  ...flags: string[]
): Promise<{ stdout: string; stderr: string; lingered: number }> {
  const text = `
    import { fetchOrThrow } from ${JSON.stringify(here("../../../src/runtime/http/fetchOrThrow.ts"))};
    const base = ${JSON.stringify(base)};
    ${program}
    const done = performance.now();
    process.on("exit", () => console.log("lingered", Math.round(performance.now() - done)));`;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [...flags, "--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", text],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: here("certificates/other.pem") }, timeout: 20_000 },
  );
  return { stdout, stderr, lingered: Number(/lingered (\d+)/.exec(stdout)?.[1]) };
}
