import { expect, it } from "vitest";
import type { Expression } from "../../src/python/ast.ts";
import { decodeSource } from "../../src/python/decode-source.ts";
import { openNativeParser } from "../../src/python/native-parser.ts";
import { walk } from "../../src/python/walk.ts";
import { readPython } from "./read-python.ts";

const parser = openNativeParser();

function count(text: string, kind: string): number {
  const { module, problems } = readPython(text, parser);
  expect(problems).toEqual([]);
  let found = 0;
  walk(module, (node) => {
    if (node.kind === kind) found++;
  });
  return found;
}

function value(text: string): Expression {
  const statement = readPython(text, parser).module.body[0];
  if (statement?.kind !== "Assign") throw new Error("no assignment");
  return statement.value;
}

it.each([
  ["10,000 nested parentheses", `x = ${"(".repeat(10_000)}1${")".repeat(10_000)}`, "Num", 1],
  ["10,000 nested lists", `x = ${"[".repeat(10_000)}${"]".repeat(10_000)}`, "List", 10_000],
  ["a sum of 10,000 terms", `x = ${"a + ".repeat(9_999)}a`, "BinOp", 9_999],
  ["10,000 chained calls", `x${".f()".repeat(10_000)}`, "Call", 10_000],
  ["10,000 chained assignments", `${"x = ".repeat(10_000)}1`, "Name", 10_000],
  ["5,000 elifs", `if x:\n a\n${"elif y:\n b\n".repeat(5_000)}`, "If", 5_001],
  ["10,000 joined strings", `x = (${"'a'\n".repeat(10_000)})`, "Str", 1],
  [
    "99 nested blocks",
    `${Array.from({ length: 99 }, (_, depth) => `${" ".repeat(depth)}if x:\n`).join("")}${" ".repeat(99)}y`,
    "If",
    99,
  ],
])("%s are read", (_, text, kind, expected) => {
  expect(count(text, kind)).toBe(expected);
});

it("a chain of 10,000 ands is one node", () => {
  const chain = value(`x = ${"a and ".repeat(9_999)}a`);
  expect(chain.kind === "BoolOp" && chain.values.length).toBe(10_000);
});

it("1,000 nested blocks are told as too many", () => {
  const text = Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(depth)}if x:\n`).join("");
  expect(readPython(`${text}${" ".repeat(1000)}y`, parser).problems[0]!.message).toBe("too many levels of indentation");
});

it("a line of 1 MB is read", () => {
  expect(count(`x = [${"'some item', 12345, ".repeat(50_000)}]`, "Num")).toBe(50_000);
});

it("a binary of 500 KB is refused before it is parsed", () => {
  const bytes = Uint8Array.from({ length: 500_000 }, (_, at) => (at * 7919 + (at >> 7)) % 256);
  expect(decodeSource("a.py", bytes)).toEqual({ reason: "binary", line: null });
  const noZeros = bytes.map((byte) => byte || 1);
  expect(decodeSource("a.py", noZeros)).toMatchObject({ line: expect.any(Number) });
});

it("a string of 10 MB is read", () => {
  const string = value(`x = '${"a".repeat(10_000_000)}'`);
  expect(string.kind === "Str" && string.value.length).toBe(10_000_000);
});

it.each([
  ["of another language", "var a = b ? c : d;\n".repeat(30_000), 1, 1],
  ["of Python 3 in a file of Python 2", `print 'a'\n${"x = f'a'\n".repeat(30_000)}`, 1, 2],
  ["beside sound ones", `print 'a'\n${"x = f'a'\ny\n".repeat(3_000)}`, 3_000, 6_001],
])("many thousand wrong lines %s are told", (_, text, problems, statements) => {
  const read = readPython(text, parser);
  expect(read.problems).toHaveLength(problems);
  expect(read.module.body).toHaveLength(statements);
});

it("a file of noise ends in problems", () => {
  const noise = String.fromCharCode(...Array.from({ length: 20_000 }, (_, index) => 1 + ((index * 7919) % 126)));
  expect(readPython(noise, parser).problems.length).toBeGreaterThan(0);
});
