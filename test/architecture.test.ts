import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** What each room of `src/` may import besides itself and the contracts; the table of docs/architecture.md. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  python: [],
  program: ["python"],
  analysis: ["python", "program", "library"],
  library: ["python", "analysis", "emit", "runtime"],
  translate: ["python", "program", "analysis", "library", "emit", "diagnostics"],
  emit: [],
  runtime: [],
  diagnostics: ["python"],
  discover: [],
  migrate: ["discover", "report", "workspace"],
  report: ["diagnostics", "workspace"],
  workspace: ["diagnostics"],
  verify: [],
  cli: ["migrate", "report", "diagnostics", "discover", "workspace"],
};
const contracts = ["translation.ts", "runtime-manifest.ts"];

/** Imports that go the wrong way and are to be turned. The list may only get shorter. */
const owed = ["src/emit/print-module.ts → translate"];

const usersOfNode =
  /^src\/(cli|config|discover|migrate|workspace|verify|runtime)\/|^src\/(index|python\/(parser|native-parser|wasm-parser))\.ts$/;

interface SourceFile {
  readonly path: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly string[];
}

const root = new URL("../", import.meta.url);
const files: readonly SourceFile[] = readdirSync(new URL("src", root), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".generated.ts"))
  .map((name) => {
    const path = `src/${name.replaceAll("\\", "/")}`;
    const text = readFileSync(new URL(path, root), "utf8");
    const imports = ts.preProcessFile(text, true, true).importedFiles.map((reference) => reference.fileName);
    return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023), imports };
  });

/** `src/<room>/…` of an import, its room; a file at the top of `src/` is its own. */
function roomOf(path: string): string {
  return path.split("/")[1] ?? "";
}

test("each folder of src is a room, and each room a line of the page", () => {
  const folders = [...new Set(files.filter(({ path }) => path.split("/").length > 2).map(({ path }) => roomOf(path)))];
  expect(folders.sort()).toEqual(Object.keys(rooms).sort());
  const page = readFileSync(new URL("docs/architecture.md", root), "utf8");
  const lines = [...page.matchAll(/^\| `(\w+)` \|[^|]*\|([^|]*)\|$/gm)];
  const table = lines.map(([, room, may]) => [room, [...may!.matchAll(/`(\w+)`/g)].map(([, name]) => name)]);
  const expected = Object.entries(rooms).map(([room, may]) => [room, room === "runtime" ? ["src"] : may]);
  expect(Object.fromEntries(table)).toEqual(Object.fromEntries(expected));
});

test("rooms import what the page allows", () => {
  const found = files.flatMap(({ path, imports }) => {
    const allowed = rooms[roomOf(path)];
    if (allowed === undefined) return [];
    return imports
      .filter((specifier) => specifier.startsWith("."))
      .map((specifier) => roomOf(posix.join(posix.dirname(path), specifier)))
      .filter((target) => target !== roomOf(path) && !allowed.includes(target))
      .filter((target) => roomOf(path) === "runtime" || !contracts.includes(target))
      .map((target) => `${path} → ${target}`);
  });
  const startsTranslation = /^src\/migrate\/(engine|translate-worker)\.ts → translate-files\.ts$/;
  expect(found.filter((line) => !startsTranslation.test(line)).sort()).toEqual(owed);
});

test("only the rooms at the edge use Node's modules", () => {
  const users = files.filter(({ imports }) => imports.some((specifier) => specifier.startsWith("node:")));
  expect(users.map(({ path }) => path).filter((path) => !usersOfNode.test(path))).toEqual([]);
});

test("the runtime imports no package", () => {
  const runtime = files.filter(({ path }) => roomOf(path) === "runtime");
  expect(runtime.flatMap(({ imports }) => imports).filter((specifier) => !/^(\.|node:)/.test(specifier))).toEqual([]);
});

test("the transforms import nothing of src", () => {
  const folder = new URL("transforms/", root);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
  const imports = texts.flatMap((text) => ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName));
  expect(imports.filter((specifier) => specifier.includes("src"))).toEqual([]);
});

test("no file is called after nothing in particular", () => {
  const vague =
    /^(utils?|helpers?|common|misc|shared|managers?)\.ts$|[-.](utils?|helpers?|manager)\.ts$|(Utils?|Helpers?|Manager)\.ts$/;
  expect(files.map(({ path }) => path).filter((path) => vague.test(posix.basename(path)))).toEqual([]);
});

test("`any` is only the type of what was not translated", () => {
  const holders = files.filter(({ tree }) => {
    const has = (node: ts.Node): boolean =>
      node.kind === ts.SyntaxKind.AnyKeyword || ts.forEachChild(node, (child) => has(child) || undefined) === true;
    return has(tree);
  });
  expect(holders.map(({ path }) => path).sort()).toEqual([
    "src/runtime/python/Untold.ts",
    "src/runtime/python/untranslated.ts",
    "src/runtime/python/untranslatedLater.ts",
  ]);
});
