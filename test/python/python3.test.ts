import { describe, expect, it } from "vitest";
import type { Statement } from "../../src/python/ast.ts";
import { openNativeParser } from "../../src/python/native-parser.ts";
import { scan } from "../../src/python/scan/scan.ts";
import { children } from "../../src/python/walk.ts";
import { readPython } from "./read-python.ts";

const parser = openNativeParser();

describe("a file is taken", () => {
  it.each([
    ["print 'a'\nimport urllib.request\n", "python2"],
    ["print('a')\n", "python2"],
    ["import urllib2\nprint('a')\n", "python2"],
    ["try:\n  import urllib2\nexcept ImportError:\n  import urllib.request as urllib2\nprint('a')\n", "python2"],
    ["from __future__ import print_function\nprint('a', file=f)\n", "python2"],
    ["import urllib.request\nprint('a')\n", "python3"],
    ["#!/usr/bin/env python3\nprint('a')\n", "python3"],
    ["print('a', end='')\n", "python3"],
    ["print(*a)\n", "python3"],
    ["exec('a', b)\nprint('a', end='')\n", "python3"],
    ["exec('a', b)\n", "python2"],
    ["print (lambda a=1: a)\n", "python2"],
    ["exec 'a'\nimport urllib.request\n", "python2"],
    ["x = f'{a}'\n", "python3"],
    ["def f(a: int) -> str: pass\n", "python3"],
    ["def f(a=lambda b: c): pass\n", "python2"],
    ["raise A from b\n", "python3"],
    ["async def f():\n  await g()\n", "python3"],
    ["def f():\n  nonlocal x\n", "python3"],
    ["try:\n  pass\nexcept A, e:\n  pass\n", "python2"],
  ])("for what it is: %j", (text, dialect) => {
    expect(scan(text).dialect).toBe(dialect);
    expect(readPython(text, parser).problems).toEqual([]);
  });

  it("for Python 3 by syntax that only the grammar sees", () => {
    const { module, problems } = readPython("a, *b = 'c'\n", parser);
    expect(problems).toEqual([]);
    expect(module.futures.has("unicode_literals")).toBe(true);
  });
});

function first(text: string): Statement {
  const { module, problems } = readPython(text, parser);
  expect(problems).toEqual([]);
  return module.body[0]!;
}

describe("Python 3 spellings", () => {
  it("f-strings keep their fields", () => {
    const statement = first("f'a{{}}{b!r:>{c}}d' 'e'\n");
    if (statement.kind !== "Expr" || statement.value.kind !== "JoinedStr") throw new Error(statement.kind);
    const [before, field, after, joined] = statement.value.parts;
    expect([before, after, joined]).toEqual(["a{}", "d", "e"]);
    if (typeof field !== "object") throw new Error("no field");
    expect(field.conversion).toBe("r");
    expect(field.value).toMatchObject({ kind: "Name", id: "b" });
    expect(field.format?.parts).toMatchObject([">", { value: { id: "c" } }]);
  });

  it("parameters after *, annotations and keyword base classes", () => {
    const definition = first("def f(a: int, *, b: str = 'x', **c) -> None: pass\n");
    if (definition.kind !== "FunctionDef") throw new Error(definition.kind);
    const { positional, vararg, kwonly, kwarg } = definition.params;
    expect(positional.map((each) => each.annotation)).toMatchObject([{ id: "int" }]);
    expect(vararg).toBeNull();
    expect(kwonly).toMatchObject([{ target: { id: "b" }, annotation: { id: "str" }, default: { value: "x" } }]);
    expect(kwarg).toMatchObject({ target: { id: "c" } });
    expect(definition.returns).toMatchObject({ id: "None" });
    expect(first("class C(A, metaclass=M): pass\n")).toMatchObject({
      bases: [{ id: "A" }],
      keywords: [{ name: "metaclass" }],
    });
  });

  it.each(["import http.client\nx = b'a' 'b'\n", "x = f'a' b'b'\n"])("text and bytes are not joined: %j", (text) => {
    const { problems } = readPython(text, parser);
    expect(problems.map(({ message }) => message)).toEqual(["bytes cannot be joined to text"]);
  });

  it("several starred arguments", () => {
    expect(first("f(*a, b, *c)\n")).toMatchObject({
      value: { args: [{ kind: "Starred" }, { id: "b" }], starargs: { id: "c" } },
    });
  });

  it("yield from, await, async for and raise from", () => {
    expect(first("def f():\n  x = yield from g\n")).toMatchObject({ body: { body: [{ value: { from: true } }] } });
    expect(first("async def f():\n  await g()\n")).toMatchObject({
      async: true,
      body: { body: [{ value: { kind: "Await" } }] },
    });
    expect(first("raise A from b\n")).toMatchObject({ type: { id: "A" }, cause: { id: "b" } });
  });
});

it("children gives every expression and statement below a node", () => {
  const kinds = (text: string) => children(first(text)).map((node) => (node.kind === "Name" ? node.id : node.kind));
  expect(kinds("@d\ndef f(a, (b, c)=e, *g, **h):\n  pass\n")).toEqual(["d", "a", "Tuple", "e", "g", "h", "Pass"]);
  expect(kinds("try:\n  a\nexcept X, e:\n  b\nelse:\n  c\nfinally:\n  d\n")).toEqual([
    "Expr",
    "X",
    "e",
    "Expr",
    "Expr",
    "Expr",
  ]);
  expect(kinds("for a in b:\n  c\nelse:\n  d\n")).toEqual(["a", "b", "Expr", "Expr"]);
  expect(kinds("with a as b, c:\n  d\n")).toEqual(["a", "b", "c", "Expr"]);
  expect(kinds("raise A, b, c\n")).toEqual(["A", "b", "c"]);
  expect(kinds("print >>f, x\n")).toEqual(["f", "x"]);
  expect(children(children(first("a[b:c, ...]\n"))[0]!).map((node) => node.kind)).toEqual(["Name", "Name", "Name"]);
});
