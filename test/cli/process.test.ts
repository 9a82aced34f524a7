import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { digest, readHeader } from "../../src/workspace/header.ts";
import { builtBin } from "./run-bin.ts";
import { filesIn, folderWith } from "./run-main.ts";

const runBin = builtBin();
const root = fileURLToPath(new URL("../..", import.meta.url));

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

test("a reader that stops reading is no error", async () => {
  const ended = await runBin(root, ["fixtures/legacy", "--out-dir", "no-such-folder"], (child) =>
    child.stdout!.destroy(),
  );
  expect(ended.stderr).toBe("");
});

test("threads change nothing in what is printed for the fixtures", { timeout: 240_000 }, async () => {
  const argv = ["fixtures/legacy", "--out-dir", "no-such-folder", "--report", "json", "--jobs"];
  const one = await runBin(root, [...argv, "1"]);
  expect(JSON.parse(one.stdout).totals.files).toBeGreaterThan(20);
  expect(await runBin(root, [...argv, "2"])).toEqual(one);
});

test("Ctrl-C while writing gives 130, and each file that is there is whole", { timeout: 240_000 }, async () => {
  const sources = Array.from({ length: 1500 }, (_, index) => [`f${index}.py`, `x${index} = ${index}\n`]);
  const cwd = await folderWith(Object.fromEntries(sources));
  const ended = await runBin(cwd, [".", "--all", "--jobs", "1", "--out-dir", "out", "--write"], (child) => {
    const timer = setInterval(() => {
      if (existsSync(join(cwd, "out/f0.ts"))) child.kill("SIGINT");
      else if (child.exitCode === null) return;
      clearInterval(timer);
    }, 1);
  });
  expect(ended).toEqual({ code: 130, stdout: "", stderr: "" });
  expect((await readdir(join(cwd, "out"))).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  const written = Object.entries(await filesIn(join(cwd, "out"))).filter(([path]) => /^f\d+\.ts$/.test(path));
  expect(written.length).toBeGreaterThan(0);
  expect(written.length).toBeLessThan(1500);
  for (const [, text] of written) {
    const { header, body } = readHeader(text)!;
    expect(digest(body)).toBe(header.output);
  }
});
