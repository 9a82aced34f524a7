import { execFile } from "node:child_process";
import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { runtimeExports, runtimeTypeExports } from "../../src/runtime-manifest.ts";
import { runtimeOutputs } from "../../src/workspace/runtime-files.ts";
import { missingScaffold } from "../../src/workspace/scaffold.ts";
import { folderWith } from "../cli/run-main.ts";

const run = promisify(execFile);
const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** A new folder with the whole runtime, the settings that come with it, and a script that imports every value. */
async function everything(): Promise<{ folder: string; values: number }> {
  const exports = runtimeExports();
  const types = runtimeTypeExports();
  const values = [...exports].filter(([name]) => !types.has(name));
  const imports = ["http", "python"].map((barrel) => {
    const names = values.filter(([, home]) => home === barrel).map(([name]) => name);
    return `import { ${names.join(", ")} } from "./runtime/${barrel}.ts";\n`;
  });
  const folder = await folderWith({
    ...Object.fromEntries(runtimeOutputs(exports.keys()).map(({ path, text }) => [`runtime/${path}`, text])),
    "main.ts": `${imports.join("")}console.log([${values.map(([name]) => name).join(", ")}].length);\n`,
  });
  for (const { name, text } of (await missingScaffold(folder, true)).files) await writeFile(join(folder, name), text);
  await symlink(modules, join(folder, "node_modules"));
  return { folder, values: values.length };
}

test.each(["typescript", "typescript-7"])(
  "the runtime as it is shipped passes %s",
  { timeout: 300_000 },
  async (compiler) => {
    const { folder } = await everything();
    const tsc = join(modules, compiler, "bin/tsc");
    // The runtime also has to pass where the project that it lands in is stricter.
    for (const flags of [[], ["--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--noImplicitOverride"]]) {
      const { stdout } = await run(process.execPath, [tsc, "-p", folder, ...flags]).catch((error) => error);
      expect(stdout).toBe("");
    }
  },
);

test("every value of the barrels loads", async () => {
  const { folder, values } = await everything();
  const { stdout } = await run(process.execPath, ["--import", import.meta.resolve("tsx"), join(folder, "main.ts")]);
  expect(Number(stdout)).toBe(values);
});
