import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { translate } from "../../src/index.ts";
import { engine } from "../../src/migrate/engine.ts";
import { packageName, runtimeFiles, toolVersion } from "../../src/runtime-manifest.ts";
import { filesIn, folderWith, runMain } from "./run-main.ts";

const script = [
  "import urllib2, json",
  "try:",
  "    print json.loads(urllib2.urlopen('http://127.0.0.1:1/').read())['a']",
  "except ValueError, e:",
  "    print repr(e)",
  "",
].join("\n");

const run = (cwd: string, ...argv: string[]) =>
  runMain(cwd, ["jobs", "--out-dir", "out", "--max-untranslated", "9", ...argv], { engine });

/** The entries that a text imports, with the names from each. */
function imported(text: string): [entry: string, names: string[]][] {
  const found = text.matchAll(/^import (?:\{([^}]*)\} from )?"([^"]*)";$/gm);
  return Array.from(found, ([, names = "", entry = ""]) => [
    entry,
    names.split(",").flatMap((name) => name.trim().replace(/^type /, "") || []),
  ]);
}

test("--runtime package writes none of the runtime; the package is what the output depends on", async () => {
  const cwd = await folderWith({ "jobs/deep/a.py": script });
  const { exitCode, stdout } = await run(cwd, "--runtime", "package", "--write");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("npm install --prefix out");
  expect(stdout).toContain("2 created: the settings that the output needs");
  const files = await filesIn(join(cwd, "out"));
  expect(Object.keys(files).sort()).toEqual(["deep/a.ts", "package.json", "tsconfig.json"]);
  expect(JSON.parse(files["package.json"]!)).toEqual({
    private: true,
    type: "module",
    dependencies: { [packageName]: toolVersion },
  });
});

test("what is imported from the package is what the vendored runtime gives, file by file", async () => {
  const { code: packaged, runtime: none } = await translate(script, { runtime: "package" });
  const { code: vendored } = await translate(script);
  const exports = new Map(runtimeFiles.map(({ path, exports: all }) => [path, all.map(({ name }) => name)]));
  const entries = imported(packaged!);
  for (const [entry, names] of entries) {
    const path = `${entry.slice(`${packageName}/runtime/`.length)}.ts`;
    expect(exports.get(path)).toEqual(expect.arrayContaining(names));
  }
  const names = (text: string) => imported(text).flatMap(([, list]) => list);
  expect(names(packaged!).toSorted()).toEqual(names(vendored!).toSorted());
  // What the vendored barrels load where exceptions may be shown.
  expect(entries).toContainEqual([`${packageName}/runtime/python/repr/reprArguments`, []]);
  expect(none).toEqual([]);
  const body = (text: string) => text.slice(text.lastIndexOf("\nimport ")).replace(/^\nimport .*\n/, "");
  expect(body(packaged!)).toBe(body(vendored!));
});

test("a change of --runtime makes the output stale, and what it leaves behind is said", async () => {
  const cwd = await folderWith({ "jobs/a.py": script });
  await run(cwd, "--write");
  expect((await run(cwd, "--check")).exitCode).toBe(0);
  expect(await run(cwd, "--runtime", "package", "--check")).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining("stale"),
  });
  const edited = join(cwd, "out/runtime/http/fetchOrThrow.ts");
  await writeFile(edited, `${await readFile(edited, "utf8")}// mine\n`);
  const before = await filesIn(join(cwd, "out/runtime"));
  const { exitCode, stdout } = await run(cwd, "--runtime", "package", "--write");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("out/runtime is of an earlier run with --runtime vendor, and this output does not use it");
  expect(stdout).toContain("out/runtime/http/fetchOrThrow.ts was edited; the package is without that");
  expect(stdout).toContain(`npm install ${packageName}@${toolVersion}`);
  expect(await filesIn(join(cwd, "out/runtime"))).toEqual(before);
  expect((await run(cwd, "--runtime", "package", "--check")).exitCode).toBe(0);
  expect((await run(cwd, "--check")).exitCode).toBe(1);
});

test("an edited output is left alone, whichever runtime it is for", async () => {
  const cwd = await folderWith({ "jobs/a.py": script });
  await run(cwd, "--write");
  const path = join(cwd, "out/a.ts");
  const edited = `${await readFile(path, "utf8")}// mine\n`;
  await writeFile(path, edited);
  expect(await run(cwd, "--runtime", "package", "--write")).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining("out/a.ts  needs-merge"),
  });
  expect(await readFile(path, "utf8")).toBe(edited);
});

test("a package of one's own called runtime is in nobody's way, and is no leftover", async () => {
  const cwd = await folderWith({ "jobs/runtime/http.py": script, "out/package.json": '{"type":"module"}' });
  const first = await run(cwd, "--runtime", "package", "--write");
  expect(first.exitCode).toBe(0);
  expect(first.stdout).toContain(`npm install ${packageName}@${toolVersion}`);
  await writeFile(
    join(cwd, "out/package.json"),
    JSON.stringify({ type: "module", devDependencies: { [packageName]: "*" } }),
  );
  const again = await run(cwd, "--runtime", "package", "--write");
  expect(again.stdout).not.toContain("npm install");
  expect(again.stdout).not.toContain("earlier run");
});
