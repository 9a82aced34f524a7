import { describe, expect, it } from "vitest";
import { translateFiles } from "../../src/translate-files.ts";
import type { FileTranslation } from "../../src/translation.ts";

/** What becomes of files that are translated together, by name. */
async function translated(texts: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, FileTranslation>> {
  const inputs = Object.entries(texts).map(([module, text]) => ({
    path: `${module}.py`,
    module,
    output: `${module}.ts`,
    bytes: new TextEncoder().encode(text),
  }));
  const results = await translateFiles(inputs);
  return new Map(results.map((result, index) => [inputs[index]!.module, result]));
}

describe("what stands in each other too deeply fails with its line, and the files beside it do not", () => {
  it.each([
    ["a sum of 10,000 terms", `\na = 1\nx = ${"a + ".repeat(9_999)}a\n`, 3],
    ["a sum that only the stack is too small for", `\na = 1\nx = ${"a + ".repeat(1_900)}a\n`, 3],
    ["10,000 ands", `a = 1\nx = ${"a and ".repeat(9_999)}a\n`, 2],
    ["10,000 chained calls", `x = ''\n\n\ny = x${".strip()".repeat(10_000)}\n`, 4],
    ["5,000 elifs", `x = 1\nif x == 0:\n  print 0\n${"elif x == 1:\n  print 1\n".repeat(5_000)}`, 10_003],
    ["10,000 nested lists", `x = ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`, 1],
  ])("%s", async (_, text, line) => {
    const results = await translated({ deep: text, good: "import deep\nprint 1\n" });
    expect(results.get("deep")).toMatchObject({ status: "failed", line });
    expect(results.get("deep")).toHaveProperty("reason", expect.stringMatching(/^nested too deeply .*\d+ levels$/));
    expect(results.get("good")?.status).not.toBe("failed");
  });
});

it.each([
  ["10,000 nested parentheses", `x = ${"(".repeat(10_000)}1${")".repeat(10_000)}\nprint x\n`],
  ["a list of 130,000 items", `x = [${"1, ".repeat(130_000)}]\nprint len(x)\n`],
  ["300 elifs", `import sys\nx = len(sys.argv)\nif x == 0:\n  print 0\n${"elif x == 1:\n  print 1\n".repeat(300)}`],
  ["a sum of 400 strings", `x = ${"'a' + ".repeat(399)}'a'\nprint x\n`],
])("%s are translated", async (_, text) => {
  expect((await translated({ wide: text })).get("wide")?.status).toBe("complete");
});

describe("a file with a syntax error", () => {
  const text = [
    "def good(a):",
    "    return a",
    "def broken(a):",
    "    x = (a,",
    "    return 7",
    "class C(object):",
    "    def m(self):",
    "        print 'a' % = 3",
    "    def n(self):",
    "        return 6",
    "",
  ].join("\n");

  it("keeps its sound functions, and has a mark for each error", async () => {
    const result = (await translated({ a: text })).get("a")!;
    if (result.status === "failed") throw new Error(result.reason);
    expect(result.syntaxError).toEqual({ reason: "syntax error in column 9: '(' is never closed", line: 4 });
    expect(result.status).toBe("partial");
    const found = result.diagnostics.filter(({ code }) => code === "U0108");
    expect(found.map(({ range, message }) => [range.start.line, range.start.column, message])).toEqual([
      [4, 5, "'(' is never closed"],
      [8, 9, "unexpected '='"],
    ]);
    expect(result.text.match(/untranslated\("U0108"/g)).toHaveLength(2);
    expect(result.text).toContain("return 7;");
    expect(result.text).toContain("return 6;");
  });

  it("is known to those that import it", async () => {
    const results = await translated({ a: text, b: "import a\nprint a.good(4)\n" });
    expect(results.get("b")).toMatchObject({ status: "complete" });
  });

  it("and no sound function fails", async () => {
    const results = await translated({ a: "x = 1\nclass C:\n    y = = 1\n", b: "print 1\n" });
    expect(results.get("a")).toMatchObject({ status: "failed", line: 3 });
    expect(results.get("a")).toHaveProperty("reason", "syntax error in column 9: unexpected '='");
    expect(results.get("b")).toMatchObject({ status: "complete" });
  });
});
