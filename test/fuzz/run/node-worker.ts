// Runs one emitted module a line of descriptor 3, in this process; see WorkerLine. Needs --experimental-vm-modules.
import { createReadStream, mkdtempSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import process from "node:process";
import vm from "node:vm";
import { transformSync } from "esbuild";
import { barrelOf, runtimeFiles } from "../../../src/runtime-manifest.ts";
import { setDefaultTimeout } from "../../../src/runtime/http/defaultTimeout.ts";
import { shareOpener } from "../../../src/runtime/http/fetchAnyStatus.ts";
import { installedOpener } from "../../../src/runtime/http/installedOpener.ts";
import { ownOpener } from "../../../src/runtime/http/proxy/throughEnvironment.ts";
import { encodeText } from "../../../src/runtime/python/text/encodeText.ts";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { SystemExit } from "../../../src/runtime/python/exceptions/SystemExit.ts";
import { softSpace } from "../../../src/runtime/python/output/softSpace.ts";
import { exitStatus } from "../../../src/runtime/python/process/exitStatus.ts";
import type { Job, Outcome } from "./outcome.ts";

const chunks: Buffer[] = [];
const capture = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
  chunks.push(Buffer.from(chunk as Uint8Array));
  const done = rest.at(-1);
  if (typeof done === "function") queueMicrotask(() => void done());
  return true;
};
process.stdout.write = capture;
process.stderr.write = () => true;

/** What emitted code imports from a barrel of the runtime, or of Node. */
const modules = new Map<string, vm.Module>();
for (const barrel of ["http", "python"] as const) {
  const held = await Promise.all(
    runtimeFiles
      .filter((file) => barrelOf(file) === barrel)
      .map(async ({ path, exports }) => {
        const module: Record<string, unknown> = await import(`../../../src/runtime/${path}`);
        return exports.filter(({ typeOnly }) => !typeOnly).map(({ name }) => [name, module[name]] as const);
      }),
  );
  modules.set(`./runtime/${barrel}.ts`, synthetic(new Map(held.flat())));
}

function synthetic(values: ReadonlyMap<string, unknown>): vm.SyntheticModule {
  return new vm.SyntheticModule([...values.keys()], function fill(this: vm.SyntheticModule) {
    for (const [name, value] of values) this.setExport(name, value);
  });
}

async function link(specifier: string): Promise<vm.Module> {
  let module = modules.get(specifier);
  if (!module) {
    if (!specifier.startsWith("node:")) throw new Error(`no module ${specifier}`);
    module = synthetic(new Map(Object.entries((await import(specifier)) as Record<string, unknown>)));
    modules.set(specifier, module);
  }
  return module;
}

const HOME = process.cwd();
const variables = { ...process.env };

/** What one program has set for all of its process. */
function forget(): void {
  for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
  Object.assign(process.env, variables);
  setDefaultTimeout(null);
  installedOpener.open = null;
  ownOpener.proxies = null;
  shareOpener(null);
}

async function run(text: string): Promise<Outcome> {
  chunks.length = 0;
  forget();
  softSpace.pending = false;
  let status = 0;
  let error: string | null = null;
  // An empty folder for each: what a program writes is neither found by the next nor left where this was started.
  const folder = mkdtempSync(join(tmpdir(), "program-"));
  process.chdir(folder);
  try {
    const { code } = transformSync(text, { loader: "ts", target: "node20", keepNames: true });
    const module = new vm.SourceTextModule(code, {
      identifier: "file:///program.ts",
      initializeImportMeta: (meta) => void (meta.url = "file:///program.ts"),
    });
    await module.link(link);
    await module.evaluate();
  } catch (thrown) {
    if (thrown instanceof SystemExit) ({ status } = exitStatus(thrown.code));
    else [status, error] = [1, tell(thrown)];
  }
  process.chdir(HOME);
  rmSync(folder, { recursive: true, force: true });
  if (softSpace.pending) chunks.push(Buffer.from("\n"));
  return { stdout: Buffer.concat(chunks).toString("latin1"), error, status };
}

/** The first line of what Node reports of an uncaught error. */
function tell(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `not an error: ${String(thrown)}`;
  const own = thrown instanceof BaseException;
  const name = own ? thrown.qualifiedName : `JavaScript's ${thrown.name}`;
  return Buffer.from(encodeText(`${name}: ${own ? String(thrown) : thrown.message}`)).toString("latin1");
}

for await (const line of createInterface({ input: createReadStream("", { fd: 3 }) })) {
  const { id, text } = JSON.parse(line) as Job;
  writeSync(1, `${JSON.stringify({ id, ...(await run(text)) })}\n`);
}
