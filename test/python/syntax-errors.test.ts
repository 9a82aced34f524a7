import { describe, expect, it } from "vitest";
import { openNativeParser } from "../../src/python/native-parser.ts";
import { positionAt } from "../../src/python/positions.ts";
import { openWasmParser } from "../../src/python/wasm-parser.ts";
import { readPython } from "./read-python.ts";

const parsers = [openNativeParser(), await openWasmParser()];

describe.each(parsers)("a syntax error, with the $name parser,", (parser) => {
  it.each([
    ["x = foo(\ny = 2\ndef f():\n  return 1\n", ["1:8 '(' is never closed"], "Invalid FunctionDef"],
    ["def g(:\n  pass\nx\n", ["1:6 '(' is never closed"], "Invalid Expr"],
    ["x = (1, 2]\ny\n", ["1:10 expected ')' to close '(', found ']'"], "Invalid Expr"],
    ["x = )\ny\n", ["1:5 ')' closes nothing"], "Invalid Expr"],
    ["if x\n  y = 1\nz = 2\n", ["1:5 expected ':' after this"], "Invalid Assign"],
    ["if x:\n  a\nelse\n  b\nc\n", ["3:5 expected ':' after this"], "Invalid Expr"],
    ["x = 1 +\ny = 2\n", ["1:8 expected something after '+'"], "Invalid Assign"],
    ["import\nx\n", ["1:7 expected something after 'import'"], "Invalid Expr"],
    ["import a,\nx\n", ["1:10 expected something after ','"], "Invalid Expr"],
    ["def f():\npass\nx\n", ["1:1 expected an indented block after this line"], "Invalid Pass Expr"],
    ["a\n  b\nc\n", ["2:3 this line is indented more than the block it is in"], "Invalid Expr"],
    ["if a:\n    b\n  c\nd\n", ["3:3 this indentation does not match any block around it"], "Invalid Expr"],
    ["x = 'abc\ny = 2\n", ["1:5 this string is not closed on its line"], "Invalid Assign"],
    ["x\ny = '''abc\ndef\n", ["2:5 this triple-quoted string is never closed"], "Expr Invalid"],
    ["f(a b)\ng()\n", ["1:5 unexpected 'b'"], "Invalid Expr"],
    ["a b\nc d\ne\n", ["1:1 unexpected 'a'"], "Invalid Expr"],
    ["try:\n  x\nz = 1\n", ["1:1 expected except or finally after try"], "Invalid Assign"],
    ["else:\n  y\nz\n", ["1:1 unexpected 'else:'"], "Invalid Expr"],
    ["x = 09\n", ["1:5 this is not a number: an octal digit is 0 to 7"], "Invalid"],
    ["print >>f,\n", ["1:1 expected an expression after ','"], "Invalid"],
    ["f() = 1\nx\n", ["1:1 unexpected 'f() ='"], "Invalid Expr"],
    ["None = 1\n", ["1:1 None cannot be assigned to"], "Invalid"],
    ["x = u'\\N{DASH}'\n", ["1:5 \\N is not followed by the name of a character in braces"], "Invalid"],
    ["x = '\\x4'\n", ["1:5 expected two hexadecimal digits after \\x"], "Invalid"],
    ["print 'a'\nx = f'b'\n", ["2:5 the string prefix 'f' is Python 3's"], "Print Invalid"],
    ["x = \u00a01\n", ["1:5 unexpected character '\u00a0'"], "Invalid"],
  ])("%j is told and isolated", (text, expected, kinds) => {
    const { source, module, problems } = readPython(text, parser);
    const told = problems.map(({ message, span }) => {
      const { line, column } = positionAt(source, span.start);
      return `${line}:${column} ${message}`;
    });
    expect(told).toEqual(expected);
    expect(module.body.map((statement) => statement.kind).join(" ")).toBe(kinds);
  });

  it("in a method leaves the other statements of the method and the class", () => {
    const text = "class A:\n  def m(self):\n    x = = 1\n    return 2\n  def n(self): pass\n";
    const { module, problems } = readPython(text, parser);
    expect(problems).toHaveLength(1);
    const [a] = module.body;
    if (a?.kind !== "ClassDef") throw new Error("no class");
    const [m, n] = a.body.body;
    if (m?.kind !== "FunctionDef" || n?.kind !== "FunctionDef") throw new Error("no methods");
    expect(m.body.body.map((statement) => statement.kind)).toEqual(["Invalid", "Return"]);
    expect(text.slice(m.body.body[0]!.start, m.body.body[0]!.end)).toBe("x = = 1");
  });

  it("of every line of another language is one statement and one problem", () => {
    const { module, problems } = readPython("function f(a) {\n  if (a) { return b; }\n}\n".repeat(50), parser);
    expect(problems).toHaveLength(1);
    expect(module.body).toHaveLength(1);
  });
});
