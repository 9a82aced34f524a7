import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

/** Modules that loading a file loads at once: its static imports for values, and theirs; `import()` is not followed. */
function loadedWith(entry: URL, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(entry.href)) return seen;
  seen.add(entry.href);
  const source = ts.createSourceFile(entry.pathname, readFileSync(entry, "utf8"), ts.ScriptTarget.ES2023);
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const { moduleSpecifier } = statement;
    const typeOnly = ts.isImportDeclaration(statement) ? statement.importClause?.isTypeOnly : statement.isTypeOnly;
    if (typeOnly || moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) continue;
    if (moduleSpecifier.text.startsWith(".")) loadedWith(new URL(moduleSpecifier.text, entry), seen);
    else seen.add(moduleSpecifier.text);
  }
  return seen;
}

const packagesOf = (path: string) =>
  [...loadedWith(new URL(path, import.meta.url))].filter((name) => !name.startsWith("file:")).sort();

test("--help loads the parser of arguments and the colours, nothing else", () => {
  expect(packagesOf("../../src/cli/bin.ts")).toEqual(["commander", "picocolors"]);
});

test("a run loads no compiler before it translates", () => {
  const packages = packagesOf("../../src/cli/run.ts").filter((name) => !name.startsWith("node:"));
  expect(packages).toEqual(["diff", "ignore"]);
});
