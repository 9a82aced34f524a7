import { join } from "node:path";
import { build } from "esbuild";

/**
 * Emitted programs as plain JavaScript below `folder`/js, what they share of the runtime beside them: Node starts one in a tenth of the
 * time that it takes to load hundreds of TypeScript files. `outputs` are paths below `folder`. How a program behaves under tsx and as
 * Node runs it is for the differential tests to show.
 */
export async function bundle(folder: string, outputs: readonly string[]): Promise<(output: string) => string> {
  const outdir = join(folder, "js");
  await build({
    absWorkingDir: folder,
    entryPoints: [...outputs],
    outbase: folder,
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    keepNames: true,
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
  });
  return (output) => join(outdir, output.replace(/\.ts$/, ".mjs"));
}
