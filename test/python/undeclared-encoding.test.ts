import { expect, it } from "vitest";
import { translateFiles } from "../../src/translate-files.ts";

async function translated(text: string) {
  const bytes = new TextEncoder().encode(text);
  const [result] = await translateFiles([{ path: "a.py", module: "a", output: "a.ts", bytes }]);
  if (result === undefined || result.status === "failed") throw new Error("not translated");
  const told = result.diagnostics.filter(({ code }) => code === "A0128");
  return {
    status: result.status,
    places: told.map(({ range: { start } }) => `${start.line}:${start.column}`),
    text: result.text,
  };
}

// CPython 2.7: SyntaxError: Non-ASCII character '\xc3' in file a.py on line 2, but no encoding declared.
it.each([
  ["x = 1\ny = 'a\u00e9'\nprint y, '\u00e9'\n", "2:7"],
  ["x = 1  # caf\u00e9\nprint x\n", "1:13"],
  ["print 1  # \u{1f600}\n", "1:12"],
  // SyntaxError: encoding problem: utf8 with BOM.
  ["\ufeff# coding: utf8\nprint 1\n", "1:1"],
])("%j is read as UTF-8, and CPython's refusal is told once", async (text, place) => {
  const { status, places } = await translated(text);
  expect(places).toEqual([place]);
  expect(status).toBe("complete");
});

it.each([
  "# -*- coding: utf-8 -*-\nprint 'caf\u00e9'\n",
  "\ufeffprint 'caf\u00e9'\n",
  "\ufeff# coding: UTF_8\nprint 'caf\u00e9'\n",
  "# coding: utf8\nprint 'caf\u00e9'\n",
  "print 'cafe'\n",
  "import urllib.request\nprint(f'caf\u00e9')\n",
])("%j declares its encoding, or needs none", async (text) => {
  expect((await translated(text)).places).toEqual([]);
});
