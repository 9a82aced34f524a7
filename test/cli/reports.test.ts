import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { folderWith, runMain } from "./run-main.ts";

const repo = {
  "b.py": "import urllib2\nexec b\nexec b\nx = urllib2.urlopen(u, timeout=3)\n",
  "a.py": "import urllib2\n",
  "c.py": "import urllib2\ndef def\n",
  "d.py": "print 1\n",
};

test("a machine format has stdout to itself, and the people's report goes to stderr", async () => {
  const cwd = await folderWith(repo);
  const { stdout, stderr } = await runMain(cwd, [".", "--out-dir", "out", "--report", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1 });
  expect(stderr).toContain("4 = 1 complete + 1 partial + 1 skipped + 1 failed");
});

test("the JSON report holds every file, sorted, and its totals add up", async () => {
  const cwd = await folderWith(repo);
  await runMain(cwd, [".", "--out-dir", "out", "--report", "json=reports/r.json"]);
  const report = JSON.parse(await readFile(join(cwd, "reports/r.json"), "utf8")) as Report;
  expect(report.totals).toEqual({
    files: 4,
    complete: 1,
    partial: 1,
    skipped: 1,
    failed: 1,
    untranslated: 2,
    assumptions: 1,
    hazards: 0,
    helperCalls: 0,
    outputLines: 7,
    retries: 0,
  });
  expect(report.files.map(({ path, output, status, reason, line }) => [path, output, status, reason, line])).toEqual([
    ["a.py", "out/a.ts", "complete", null, null],
    ["b.py", "out/b.ts", "partial", null, null],
    ["c.py", null, "failed", "invalid syntax", 2],
    ["d.py", null, "skipped", "does not use urllib2, directly or through an import, and no such file imports it", null],
  ]);
  expect(report.diagnostics.map((one) => [one.code, one.file, one.range.start.line])).toEqual([
    ["U0001", "b.py", 2],
    ["U0001", "b.py", 3],
    ["A0001", "b.py", 4],
  ]);
  expect(new Set(report.diagnostics.map((one) => one.fingerprint)).size).toBe(3);
});

test("the same report in every format is also to be had at once", async () => {
  const cwd = await folderWith(repo);
  const { stdout } = await runMain(cwd, [
    ".",
    "--diff",
    "none",
    "--report",
    "text=r.txt",
    "--report",
    "patch=r.patch",
    "--report",
    "json=r.json",
  ]);
  expect(await readFile(join(cwd, "r.txt"), "utf8")).toBe(stdout);
  expect(await readFile(join(cwd, "r.patch"), "utf8")).toMatch(/^diff --git /);
  expect(JSON.parse(await readFile(join(cwd, "r.json"), "utf8"))).toHaveProperty("files");
});

test("leftovers are listed by place, with reason and remedy", async () => {
  const cwd = await folderWith(repo);
  const { stdout } = await runMain(cwd, ["b.py"]);
  expect(stdout).toContain(
    ["  b.py:2:1  U0001  exec: exec has no counterpart", "      exec b", "      fix: do without exec"].join("\n"),
  );
  expect(stdout).toContain("  b.py:3:1  U0001");
});

test("colours are for a terminal, and can be refused", async () => {
  const cwd = await folderWith(repo);
  const coloured = async (argv: string[], options: Parameters<typeof runMain>[2]) =>
    (await runMain(cwd, ["b.py", ...argv], options)).stdout.includes("\x1b[");
  expect(await coloured([], { tty: true })).toBe(true);
  expect(await coloured([], { tty: false })).toBe(false);
  expect(await coloured([], { tty: true, env: { NO_COLOR: "1" } })).toBe(false);
  expect(await coloured(["--no-color"], { tty: true })).toBe(false);
});

test("a progress line is for a terminal only, and gone at the end", async () => {
  const cwd = await folderWith(repo);
  const onTerminal = (await runMain(cwd, ["b.py"], { tty: true })).stderr;
  expect(onTerminal).toMatch(/translating \d of 1 files/);
  expect(onTerminal.endsWith("\r\x1b[2K")).toBe(true);
  expect((await runMain(cwd, ["b.py"], { tty: false })).stderr).toBe("");
  expect((await runMain(cwd, ["b.py", "--quiet"], { tty: true })).stderr).toBe("");
});

test("--quiet leaves only what went wrong", async () => {
  const cwd = await folderWith(repo);
  const { stdout } = await runMain(cwd, [".", "--quiet"]);
  expect(stdout).toBe("c.py:2: invalid syntax\nexit 3: 1 file could not be processed\n");
  expect((await runMain(cwd, ["a.py", "--quiet"])).stdout).toBe("");
});

test("--diff paired puts the Python before the TypeScript it became", async () => {
  const cwd = await folderWith({ "a.py": "import urllib2\nx = 1\n" });
  const { stdout } = await runMain(cwd, ["a.py", "--diff", "paired"]);
  expect(stdout.slice(0, stdout.indexOf("\nTranslated"))).toMatchInlineSnapshot(`
    "a.py -> a.ts  complete

      ts    2 + import { fetchOrThrow } from "./runtime/http.ts";

      py    1 - import urllib2
      ts    3 + // import urllib2

      py    2 - x = 1
      ts    4 + // x = 1
    "
  `);
});

test("the next command is one that can be pasted", async () => {
  const cwd = await folderWith({ "my jobs/it's.py": "import urllib2\n" });
  const { stdout } = await runMain(cwd, ["my jobs", "--out-dir", "the output", "--exclude", "*.bak.py"]);
  expect(stdout).toContain("urllib2-to-fetch 'my jobs' --out-dir 'the output' --exclude '*.bak.py' --write");
});
