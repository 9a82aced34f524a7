import { join } from "node:path";
import { expect, test } from "vitest";
import { missingScaffold } from "../../src/workspace/scaffold.ts";
import { folderWith } from "../cli/run-main.ts";

const moduleNote = /"type": "module"; the nearest one does not say so$/;

test.each([
  ["an empty folder gets both", {}, ["tsconfig.json", "package.json"], []],
  ["settings of its own are kept", { "out/tsconfig.json": "{}", "out/package.json": '{"type":"module"}' }, [], []],
  ["a package of modules above is enough", { "package.json": '{"type":"module"}' }, ["tsconfig.json"], []],
  ["a package of CommonJS above is said", { "package.json": "{}" }, ["tsconfig.json"], [moduleNote]],
  ["a package.json that is no JSON is said", { "package.json": "{" }, ["tsconfig.json"], [moduleNote]],
] as const)("%s", async (_, given, names, notes) => {
  const folder = await folderWith(given);
  const scaffold = await missingScaffold(join(folder, "out"), true);
  expect(scaffold.files.map((file) => file.name)).toEqual(names);
  expect(scaffold.notes).toEqual(notes.map((note) => expect.stringMatching(note)));
});

test("a folder of sources gets nothing, and is told what it lacks", async () => {
  expect(await missingScaffold(await folderWith({}), false)).toEqual({
    files: [],
    notes: [expect.stringMatching(/there is none$/)],
  });
});
