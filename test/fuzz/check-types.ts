import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runtimeOutputs } from "../../src/workspace/runtime-files.ts";
import { missingScaffold } from "../../src/workspace/scaffold.ts";
import { typeCheck } from "../differential/translate-legacy.ts";
import type { Judged } from "./judge.ts";

const FOLDER = fileURLToPath(new URL("../../.tmp/fuzz-types", import.meta.url));

/** What `tsc --strict` says about each of the emitted modules: nothing, for one that is right. */
export async function checkTypes(judged: readonly Judged[]): Promise<readonly string[]> {
  rmSync(FOLDER, { recursive: true, force: true });
  const { files } = await missingScaffold(FOLDER, true);
  const outputs = [
    ...judged.map(({ text }, i) => ({ path: `program${i}.ts`, text: text ?? "" })),
    ...runtimeOutputs(judged.flatMap(({ runtime }) => runtime)).map(({ path, text }) => ({
      path: `runtime/${path}`,
      text,
    })),
    ...files.map(({ name, text }) => ({ path: name, text })),
  ];
  for (const { path, text } of outputs) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true });
    writeFileSync(join(FOLDER, path), text);
  }
  const lines = (await typeCheck("typescript-7", FOLDER)).split("\n");
  return judged.map((_, i) => lines.filter((line) => line.includes(`program${i}.ts(`)).join("\n"));
}
