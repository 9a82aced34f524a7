import { join } from "node:path";
import { expect, test } from "vitest";
import { migrate, type Progress } from "../../src/migrate/migrate.ts";
import { translateGroup, type Translator } from "../../src/migrate/translator.ts";
import type { SourceInput } from "../../src/translation.ts";
import { fakeEngine, fakeTranslator } from "./fake-engine.ts";
import { filesIn, folderWith } from "./run-main.ts";

test("migrate gives the report and every planned file, and writes only if asked", async () => {
  const cwd = await folderWith({ "jobs/a.py": "import urllib2\n" });
  const progress: Progress[] = [];
  const options = { cwd, outDir: "out", onProgress: (step: Progress) => void progress.push(step) };
  const { report, plan, outputBase } = await migrate(["jobs"], options, fakeEngine);
  expect(report.files).toMatchObject([{ path: "jobs/a.py", output: "out/a.ts", status: "complete", action: "create" }]);
  expect(plan.map(({ kind, path }) => `${kind} ${path}`).sort()).toEqual([
    "runtime out/runtime/http.ts",
    "runtime out/runtime/http/errors.ts",
    "runtime out/runtime/http/fetch-or-throw.ts",
    "scaffold out/package.json",
    "scaffold out/tsconfig.json",
    "translation out/a.ts",
  ]);
  expect(outputBase).toBe(join(cwd, "out"));
  expect(progress).toEqual([
    { done: 0, total: 1 },
    { done: 1, total: 1 },
  ]);
  expect(Object.keys(await filesIn(cwd))).toEqual(["jobs/a.py"]);

  await migrate(["jobs"], { ...options, write: true }, fakeEngine);
  const written = await filesIn(cwd);
  for (const { path, after } of plan) expect(written[path]).toBe(after);
});

test("a result that imports what the runtime has not is a failure, not an output that does not load", async () => {
  const cwd = await folderWith({ "a.py": "import urllib2\n", "b.py": "import urllib2\n" });
  const translator: Translator = async (inputs, options) =>
    (await fakeTranslator(inputs, options)).map((result) =>
      result.status !== "failed" && result.path === "a.py" ? { ...result, runtime: { http: ["nope"] } } : result,
    );
  const engine = { ...fakeEngine, open: async () => ({ translator, jobs: 1, close: async () => {} }) };
  const { report } = await migrate(["."], { cwd }, engine);
  expect(report.files.map(({ path, status, reason }) => [path, status, reason])).toEqual([
    ["a.py", "failed", "internal error: the runtime has no nope"],
    ["b.py", "complete", null],
  ]);
});

const input = (path: string): SourceInput => ({ path, module: path, output: `${path}.ts`, bytes: new Uint8Array() });

/** Refuses to translate any group that has one of the bad files in it, and remembers the groups it was given. */
function refusing(bad: readonly string[]) {
  const groups: string[] = [];
  const translator: Translator = async (inputs, options) => {
    groups.push(inputs.map(({ path }) => path).join(" "));
    if (inputs.some(({ path }) => bad.includes(path))) throw new TypeError("no");
    return fakeTranslator(inputs, options);
  };
  return { groups, translator };
}

test("the sound files of a group in which one crashes are translated together", async () => {
  const { groups, translator } = refusing(["b"]);
  const results = await translateGroup(translator, [input("a"), input("b"), input("c")], {});
  expect(results.map(({ path, status }) => `${path} ${status}`)).toEqual(["a complete", "b failed", "c complete"]);
  expect(results[1]).toMatchObject({ reason: "internal error: TypeError: no", line: null });
  expect(groups.at(-1)).toBe("a c");
});

test("files that crash only together are translated alone", async () => {
  const translator: Translator = async (inputs, options) => {
    if (inputs.length > 1) throw new Error("together");
    return fakeTranslator(inputs, options);
  };
  const results = await translateGroup(translator, [input("a"), input("b")], {});
  expect(results.map(({ status }) => status)).toEqual(["complete", "complete"]);
});

test("a translator that forgets a file leaves a failure, not a gap", async () => {
  const forgetful: Translator = async (inputs, options) => (await fakeTranslator(inputs, options)).slice(1);
  const results = await translateGroup(forgetful, [input("a"), input("b")], {});
  expect(results.map(({ path, status }) => `${path} ${status}`)).toEqual(["a failed", "b complete"]);
});
