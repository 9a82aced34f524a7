import { chmod, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type PlannedFile } from "../../src/workspace/plan.ts";
import { writeFiles } from "../../src/workspace/write-files.ts";
import { filesIn, folderWith } from "../cli/run-main.ts";

const planned = (folder: string, path: string, action: PlannedFile["action"] = "create"): PlannedFile => ({
  kind: "translation",
  path,
  absolute: join(folder, path),
  action,
  reason: null,
  before: null,
  after: `text of ${path}\n`,
});

test("a file that fails half-way is reported, leaves nothing torn, and the others are written", async () => {
  const folder = await folderWith({ "in-the-way/x": "", "blocked/b.ts/keep": "", file: "" });
  const plan = [
    planned(folder, "a.ts"),
    planned(folder, "blocked/b.ts"),
    planned(folder, "file/c.ts"),
    planned(folder, "d.ts"),
  ];
  const failures = await writeFiles(plan);
  expect(failures.map(({ path }) => path)).toEqual(["blocked/b.ts", "file/c.ts"]);
  expect(failures[0]!.reason).toMatch(/^cannot be written: /);
  expect(await readdir(join(folder, "blocked"))).toEqual(["b.ts"]);
  expect(await filesIn(folder)).toEqual({
    "a.ts": "text of a.ts\n",
    "blocked/b.ts/keep": "",
    "d.ts": "text of d.ts\n",
    file: "",
    "in-the-way/x": "",
  });
});

test("only what is to be created or replaced is written; a replaced file keeps its mode", async () => {
  const folder = await folderWith({ "run.ts": "old\n", "mine.ts": "mine\n" });
  await chmod(join(folder, "run.ts"), 0o755);
  await writeFiles([
    planned(folder, "run.ts", "replace"),
    planned(folder, "mine.ts", "kept-edits"),
    planned(folder, "x.ts", "refused"),
  ]);
  expect(await readFile(join(folder, "run.ts"), "utf8")).toBe("text of run.ts\n");
  expect((await stat(join(folder, "run.ts"))).mode & 0o777).toBe(0o755);
  expect(Object.keys(await filesIn(folder)).sort()).toEqual(["mine.ts", "run.ts"]);
  expect(await readFile(join(folder, "mine.ts"), "utf8")).toBe("mine\n");
});

test("once the signal is aborted no further file is begun", async () => {
  const folder = await folderWith({});
  await writeFiles([planned(folder, "a.ts")], AbortSignal.abort());
  expect(await filesIn(folder)).toEqual({});
});
