import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../src/workspace/make-folder.ts";
import { folderWith } from "../cli/run-main.ts";

test("a folder is made with those above it, twice and by many at once", async () => {
  const folder = await folderWith({});
  await Promise.all(["a/b/c", "a/b/d", "a/b/c/e"].map((path) => makeFolder(join(folder, path))));
  await makeFolder(join(folder, "a/b/c"));
  expect((await stat(join(folder, "a/b/c/e"))).isDirectory()).toBe(true);
});

test("where no folder can be made, it is an error and not a wait", async () => {
  const folder = await folderWith({ file: "" });
  const places = [join(folder, "file/x/y"), ...(existsSync("/proc/self") ? ["/proc/none/x"] : [])];
  for (const place of places) await expect(makeFolder(place)).rejects.toThrow(/^EN\w+:/);
});
