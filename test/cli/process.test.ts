import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { folderWith } from "./run-main.ts";

const bin = fileURLToPath(new URL("../../src/cli/bin.ts", import.meta.url));
const loader = import.meta.resolve("tsx");

function runBin(
  cwd: string,
  argv: readonly string[],
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", loader, bin, ...argv], { cwd });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => (stdout += data));
    child.stderr.on("data", (data) => (stderr += data));
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

test("the executable hands arguments, streams, working directory and exit code through", async () => {
  const cwd = await folderWith({ "empty/readme.txt": "" });
  const help = await runBin(cwd, ["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toContain("Examples:");
  expect(await runBin(cwd, ["empty"])).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: no Python files under 'empty'\n",
  });
});
