import { expect, test } from "vitest";
import { runtimeExports, runtimeFiles as shipped } from "../../src/runtime-manifest.ts";
import { readHeader } from "../../src/workspace/header.ts";
import { barrelNames, runtimeOutputs, unknownNames } from "../../src/workspace/runtime-files.ts";
import { runtimeFiles } from "../cli/fake-engine.ts";

const written = (...names: string[]) =>
  Object.fromEntries(runtimeOutputs(names, runtimeFiles).map(({ path, text }) => [path, readHeader(text)!.body]));

test("ships what is used and what that needs, and barrels of the used names only", () => {
  const files = written("fetchOrThrow");
  expect(Object.keys(files)).toEqual(["http.ts", "http/errors.ts", "http/fetch-or-throw.ts"]);
  expect(files["http.ts"]).toBe('export { fetchOrThrow } from "./http/fetch-or-throw.ts";\n');
});

test("a type is re-exported as one, so that type stripping keeps no import of it", () => {
  expect(written("parseJson", "Json")["python.ts"]).toBe('export { parseJson, type Json } from "./python/json.ts";\n');
});

test("nothing used, nothing shipped", () => {
  expect(written()).toEqual({});
});

test("a barrel's names read back", () => {
  expect(barrelNames(written("parseJson", "Json", "HTTPError")["python.ts"]!)).toEqual(["parseJson", "Json"]);
  expect(barrelNames("export const x = 1;\n")).toEqual([]);
});

test("a name that the runtime has not is said so", () => {
  expect(unknownNames(["parseJson", "nope"], runtimeFiles)).toEqual(["nope"]);
});

test("the real runtime is closed: all that a file needs is there, and no name has two homes", () => {
  const paths = new Set(shipped.map((file) => file.path));
  for (const file of shipped) for (const need of file.needs) expect(paths).toContain(need);
  const names = shipped.flatMap((file) => file.exports.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  expect(runtimeExports().size).toBe(names.length);
  expect(names).toContain("fetchOrThrow");
});
