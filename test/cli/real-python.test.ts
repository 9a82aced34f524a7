import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { translate } from "../../src/index.ts";
import { engine } from "../../src/migrate/engine.ts";
import { filesIn, folderWith, runMain } from "./run-main.ts";

const script = "import urllib2\nprint urllib2.urlopen('http://127.0.0.1:1/').read()\n";

test("bad files are named with line and reason, exit 3; the others are written", async () => {
  const cwd = await folderWith({
    "ok.py": script,
    "latin.py": Buffer.from("import urllib2\nprint 'caf\xe9'\n", "latin1"),
    "unknown.py": "# -*- coding: no-such -*-\nimport urllib2\n",
    "binary.py": Buffer.from([0x69, 0x6d, 0, 1, 2, 0xff]),
    "empty.py": "",
    "syntax.py": "import urllib2\n\ndef f(:\n    pass\n",
    "tabs.py": "import urllib2\nif 1:\n    x = 1\n  y = 2\n",
  });
  await symlink("nowhere.py", join(cwd, "dangling.py"));
  const { exitCode, stdout } = await runMain(cwd, [".", "--all", "--out-dir", "out", "--write"], { engine });
  expect(exitCode).toBe(3);
  const failed = stdout.match(/^ {2}x \S+/gm)!.map((line) => line.slice(4));
  expect(failed).toEqual([
    "binary.py",
    "dangling.py",
    "empty.py",
    "latin.py:2",
    "syntax.py:3",
    "tabs.py:4",
    "unknown.py:1",
  ]);
  expect(stdout).not.toContain("internal error");
  expect(stdout).toContain("8 = 1 complete + 0 partial + 0 skipped + 7 failed");
  const files = await filesIn(join(cwd, "out"));
  expect(files["ok.ts"]).toContain('await fetchOrThrow("http://127.0.0.1:1/")');
  expect(files["runtime/http.ts"]).toContain("fetchOrThrow");
});

test("each name that the output imports is in the barrel that it imports it from", async () => {
  const cwd = await folderWith({ "a.py": script });
  await runMain(cwd, ["a.py", "--out-dir", "out", "--write"], { engine });
  const files = await filesIn(join(cwd, "out"));
  const imports = [...files["a.ts"]!.matchAll(/import \{ ([^}]*) \} from "\.\/runtime\/(\w+)\.ts"/g)];
  expect(imports.length).toBeGreaterThan(0);
  for (const [, names = "", barrel] of imports) {
    for (const name of names.split(", ")) expect(files[`runtime/${barrel}.ts`]).toMatch(new RegExp(`\\b${name}\\b`));
  }
});

test("what is not translated is reported, marked, and exits 1", async () => {
  const cwd = await folderWith({ "a.py": `${script}import ftplib\nftplib.FTP('host')\n` });
  const { exitCode, stdout } = await runMain(cwd, ["a.py", "--out-dir", "out", "--write"], { engine });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^ {2}a\.py:[34]:\d+ {2}U\d+ {2}/m);
  const [, count] = / (\d+) untranslated/.exec(stdout)!;
  const text = (await filesIn(join(cwd, "out")))["a.ts"]!;
  expect(text.match(/@urllib2-to-fetch-todo/g)).toHaveLength(Number(count));
});

test("translate gives code, findings and the runtime of one file", async () => {
  const { status, code, diagnostics, runtime } = await translate(script);
  expect({ status, diagnostics: diagnostics.filter((one) => one.category === "untranslated") }).toEqual({
    status: "complete",
    diagnostics: [],
  });
  expect(code).toContain('from "./runtime/http.ts"');
  expect(runtime.map((file) => file.path)).toContain("http.ts");
});

test("translate of what is not Python says why and where", async () => {
  expect(await translate("x = 1\ndef f(:\n", { path: "jobs/a.py" })).toMatchObject({
    status: "failed",
    code: null,
    line: 2,
    reason: expect.stringContaining("syntax error"),
  });
});
