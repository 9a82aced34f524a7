import { execFileSync } from "node:child_process";
import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../src/workspace/unified-diff.ts";
import { filesIn, folderWith, runMain } from "../cli/run-main.ts";

const git = (cwd: string, argv: readonly string[], input = "") =>
  execFileSync("git", argv, { cwd, input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });

const changes: readonly (readonly [string, string, string | null, string])[] = [
  ["a new file", "out/a.ts", null, "one\ntwo\n"],
  ["a new file without a final newline", "out/a.ts", null, "one\ntwo"],
  ["a new empty file", "out/empty.ts", null, ""],
  ["a path with spaces", "my out/an a.ts", null, "one\n"],
  ["a changed file at a path with spaces", "my out/an a.ts", "one\ntwo\n", "one\n2\n"],
  ["a path that is not ASCII", "añb/日本.ts", null, "one\n"],
  ["a path with a quote, a backslash and a tab", 'a"b/c\\d\te.ts', null, "one\n"],
  ["a changed file at such a path", 'a"b/c\\d\te.ts', "one\n", "two\n"],
  ["a changed file", "a.ts", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n10\n11\n12\n"],
  ["a final newline that comes", "a.ts", "1\n2", "1\n2\n"],
  ["a final newline that goes", "a.ts", "1\n2\n", "1\n2"],
  ["a file that becomes empty", "a.ts", "1\n2\n", ""],
  ["a file that was empty", "a.ts", "", "1\n"],
  ["lines that look like headers", "a.ts", "-- a/b\n", "++ b/b\n--- x\n@@ -1 +1 @@\ndiff --git a b\n"],
];

test.each(changes)("git applies %s", async (_, path, before, after) => {
  const repo = await folderWith(before === null ? {} : { [path]: before });
  git(repo, ["init", "-q"]);
  git(repo, ["apply", "--check", "-"], unifiedDiff(path, before, after));
  git(repo, ["apply", "-"], unifiedDiff(path, before, after));
  expect(await readFile(join(repo, path), "utf8")).toBe(after);
});

test("git applies any change of lines", async () => {
  const repo = await folderWith({});
  git(repo, ["init", "-q"]);
  const text = fc
    .array(fc.constantFrom("a", "b", "c", "", "\t", "-", "\\ No newline"))
    .map((lines) => lines.join("\n"));
  await fc.assert(
    fc.asyncProperty(text, text, async (before, after) => {
      fc.pre(before !== after);
      await writeFile(join(repo, "a.ts"), before);
      git(repo, ["apply", "-"], unifiedDiff("a.ts", before, after));
      expect(await readFile(join(repo, "a.ts"), "utf8")).toBe(after);
    }),
    { numRuns: 60 },
  );
});

const sources = { "my repo/jobs/a b.py": "import urllib2\n", "my repo/jobs/c.py": "import urllib2\nexec c\n" };

test.each([["."], ["my repo"], ["my repo/jobs"]])("what a preview in %s prints is what --write writes", async (sub) => {
  const repo = await folderWith(sources);
  git(repo, ["init", "-q"]);
  const cwd = join(repo, sub);
  const argv = [join(repo, "my repo/jobs"), "--out-dir", "the out"];
  // The whole of what a pipe gets, totals included: `urllib2-to-fetch … | git apply`.
  const { stdout } = await runMain(cwd, argv);
  const patch = (await runMain(cwd, [...argv, "--report", "patch"])).stdout;
  await runMain(cwd, [...argv, "--write"]);
  const written = await filesIn(join(cwd, "the out"));
  expect(Object.keys(written)).toHaveLength(7);
  for (const text of [stdout, patch]) {
    git(cwd, ["clean", "-fdxq", "the out"]);
    git(cwd, ["apply", "-"], text);
    expect(await filesIn(join(cwd, "the out"))).toEqual(written);
  }
});

test("a patch takes an existing output to its next state", async () => {
  const repo = await folderWith(sources);
  git(repo, ["init", "-q"]);
  await runMain(repo, ["my repo", "--write"]);
  await writeFile(join(repo, "my repo/jobs/c.py"), "import urllib2\nexec c\ny = 1\n");
  const { stdout } = await runMain(repo, ["my repo", "--report", "patch"]);
  git(repo, ["apply", "-"], stdout);
  expect((await runMain(repo, ["my repo", "--check", "--max-untranslated", "1"])).exitCode).toBe(0);
});

test("a patch made through a symbolic link to the repository applies", async () => {
  const repo = await folderWith(sources);
  git(repo, ["init", "-q"]);
  const link = join(await folderWith({}), "link");
  await symlink(repo, link);
  const { stdout } = await runMain(link, ["my repo", "--report", "patch"]);
  git(repo, ["apply", "-"], stdout);
  expect(await readFile(join(repo, "my repo/jobs/c.ts"), "utf8")).toContain("// exec c");
});

test("outside a repository a patch is relative to the working directory", async () => {
  const cwd = await folderWith(sources);
  const { stdout } = await runMain(cwd, ["my repo", "--out-dir", "out", "--report", "patch"]);
  expect(stdout).toContain("+++ b/out/jobs/c.ts\n");
});
