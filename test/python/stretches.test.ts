import { describe, expect, it } from "vitest";
import { openNativeParser } from "../../src/python/native-parser.ts";
import { openWasmParser } from "../../src/python/wasm-parser.ts";
import { readPython } from "./read-python.ts";

/** Statements over several logical lines, each with a comment of its own: a long file must not be cut inside one. */
const STATEMENTS = [
  "@a\n@b\ndef f():\n    return 1",
  "if a:\n    b\nelif c:\n    d\nelse:\n    e",
  "try:\n    a\nexcept B, e:\n    c\nelse:\n    d\nfinally:\n    f",
  "for a in b:\n    c\nelse:\n    d",
  "class A:\n    @a\n    def f(self): pass\n    x = [1, 2, 3, 4, 5, 6, 7, 8, 9]",
  "print 'a' 'b', `c`",
  'x = """a\nb"""',
  "x = ((((((((((a))))))))))",
  "\\\nx = [\na]",
];

/** So many, each with another offset to the cuts, that every kind of statement comes to stand at one. */
const COUNT = 20_000;

describe.each([openNativeParser(), await openWasmParser()])("a long file read by the $name parser", (parser) => {
  const expected = Array.from({ length: COUNT }, (_, at) => STATEMENTS[(at * at + at) % STATEMENTS.length]!);
  const text = expected.map((statement, at) => `#${at}\n${statement}\n`).join("");
  const { module, problems } = readPython(text, parser);

  it("has every statement where it is, and as it is alone", () => {
    expect(problems).toEqual([]);
    expect(module.body).toHaveLength(COUNT);
    const alone = new Map(STATEMENTS.map((each) => [each, readPython(`#\n${each}\n`, parser).module.body[0]!.kind]));
    module.body.forEach(({ kind, start, end, leading }, at) => {
      const statement = expected[at]!;
      expect(text.slice(start, end)).toBe(statement.replace(/^\\\n/, ""));
      expect(kind).toBe(alone.get(statement));
      expect(leading.map((comment) => comment.text)).toEqual([String(at)]);
    });
  });

  it("with an error has all other statements", () => {
    const spoiled = readPython(`${text}x = = 1\n${text}`, parser);
    expect(spoiled.problems).toHaveLength(1);
    expect(spoiled.module.body).toHaveLength(2 * COUNT + 1);
  });
});
