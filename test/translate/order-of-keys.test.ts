import { expect, test } from "vitest";
import { translateFiles } from "../../src/translate-files.ts";

/** The lines of a program at which an order of keys is reported. */
async function reportedLines(program: string): Promise<readonly number[]> {
  const input = { path: "a.py", module: "a", output: "a.ts", bytes: new TextEncoder().encode(program) };
  const [translated] = await translateFiles([input]);
  const found = translated?.diagnostics ?? [];
  return found.filter(({ code }) => code === "A0110").map(({ range }) => range.start.line);
}

test.each([
  ["d = {}\nfor w in u'a b'.split():\n    d[w] = 1\nfor k in d:\n    print len(k)\n", [4]],
  ["from collections import Counter\nprint Counter(u'a b'.split()).most_common(2)[0][1]\n", [2]],
  ["s = set([(u'a', 1)])\nprint [n for t, n in s]\n", [2]],
  ["class A(object):\n    pass\nd = {A(): 1}\nprint d.values()\n", [4]],
  ["d = {}\nfor w in 'a b'.split():\n    d[w] = 1\nfor k in d:\n    print k\n", []],
  ["d = {u'a': 1, u'b': 2}\nfor k in sorted(d):\n    print d[k], len(d)\n", []],
])("the order of keys that Python hashes otherwise is reported where it shows: %j", async (program, lines) => {
  expect(await reportedLines(program)).toEqual(lines);
});
