import { expect, test } from "vitest";
import { pairedBlocks } from "../../src/report/paired.ts";
import type { LineMapping, TranslatedFile } from "../../src/translation.ts";

function paired(python: string, text: string, pairs: readonly (readonly [number, number, number, number])[]) {
  const lineMap = pairs.map(([pyStart, pyEnd, tsStart, tsEnd]): LineMapping => ({
    python: { start: pyStart, end: pyEnd },
    typescript: { start: tsStart, end: tsEnd },
  }));
  const file: TranslatedFile = {
    status: "complete",
    path: "a.py",
    output: "a.ts",
    text,
    python,
    lineMap,
    diagnostics: [],
    runtime: {},
    helperCalls: 0,
    retries: [],
    syntaxError: null,
  };
  return pairedBlocks(file).map((block) => block.map((line) => `${line.side} ${line.number} ${line.text}`));
}

test("each Python line stands before what it became; what no pair holds stands where it is", () => {
  expect(
    paired("import a\n\nx = 1\ny = 2\n", "import b;\nx = 1;\n\ny =\n  2;\n", [
      [3, 3, 2, 2],
      [4, 4, 4, 5],
    ]),
  ).toEqual([
    ["py 1 import a", "ts 2 import b;"],
    ["py 3 x = 1", "ts 3 x = 1;"],
    ["py 4 y = 2", "ts 5 y =", "ts 6   2;"],
  ]);
});

test("pairs within pairs, and TypeScript in another order, show every line once", () => {
  expect(
    paired("def f():\n  a\n  b\nc\n", "c\nf {\na\nb\n}\n", [
      [1, 3, 2, 5],
      [2, 2, 3, 3],
      [4, 4, 1, 1],
    ]),
  ).toEqual([
    ["py 4 c", "ts 2 c"],
    ["py 1 def f():", "py 2   a", "py 3   b", "ts 3 f {", "ts 4 a", "ts 5 b", "ts 6 }"],
  ]);
});

test("without a map all is shown", () => {
  expect(paired("a\n", "b\n", [])).toEqual([["py 1 a", "ts 2 b"]]);
});
