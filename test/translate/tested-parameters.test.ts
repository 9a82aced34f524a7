import { expect, test } from "vitest";
import { translateFiles } from "../../src/translate-files.ts";

/** The translation of functions that nobody calls, and what is reported of it. */
async function translated(program: string): Promise<{ readonly text: string; readonly messages: readonly string[] }> {
  const bytes = new TextEncoder().encode(program);
  const [file] = await translateFiles([{ path: "a.py", module: "a", output: "a.ts", bytes }]);
  if (!file || file.status === "failed") throw new Error("not translated");
  return { text: file.text, messages: file.diagnostics.map(({ code, message }) => `${code} ${message}`) };
}

test.each([
  ["isinstance(x, list)", "x: string | unknown[]", "Array.isArray(x)"],
  ["type(x) == dict", "x: string | Dict<unknown, unknown>", "x instanceof Dict"],
  ["isinstance(x, (int, long))", "x: string | number", 'typeof x === "number"'],
  ["not isinstance(x, basestring)", "x: unknown", '!(typeof x === "string" || x instanceof Uint8Array)'],
  ["callable(x)", "x: unknown", "isCallable(x)"],
])("a parameter that is used as a text and asked %s may be either", async (question, signature, asked) => {
  const { text, messages } = await translated(
    `def f(x):\n    if ${question}:\n        return 1\n    return x.strip()\n`,
  );
  expect(text).toContain(`f(${signature})`);
  expect(text).toContain(`if (${asked})`);
  expect(messages.filter((m) => /is always|^U/.test(m))).toEqual([]);
});

test("one that is handed on may be what the other function asks", async () => {
  const { text } = await translated(
    "def f(x):\n    return g(x) + x.strip()\ndef g(y):\n    if isinstance(y, list):\n        return 'list'\n    return y.strip()\n",
  );
  expect(text).toContain("Array.isArray(y)");
});

test("which kind of text it is stays a guess, which is said where it decides", async () => {
  const { text, messages } = await translated(
    "def f(x):\n    if isinstance(x, unicode):\n        x = repr(x)\n    return x.strip()\n",
  );
  expect(text).toContain("x: string");
  expect(messages).toContain("A0101 isinstance(x, unicode) is always false for str, which x is taken for");
});

test("an attribute that a text has not leaves nothing known", async () => {
  const { messages } = await translated(
    "def f(x):\n    if hasattr(x, 'title_text'):\n        return 1\n    return x.strip()\n",
  );
  expect(messages).toContain("U0104 hasattr(…, 'title_text') of an unknown type or str");
});

test("what no test asks stays what its use suggests", async () => {
  const { text } = await translated("def f(x):\n    if x is None:\n        return 1\n    return x.strip()\n");
  expect(text).toContain("f(x: string)");
});

test("what a function that nobody calls hands on may be anything", async () => {
  const { text } = await translated("def f(*parts):\n    return g(*parts)\ndef g(*a):\n    return a\nprint g(None)\n");
  expect(text).toContain("g(...a: unknown[])");
});
