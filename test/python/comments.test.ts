import { expect, it } from "vitest";
import type { Block, Statement } from "../../src/python/ast.ts";
import { openNativeParser } from "../../src/python/native-parser.ts";
import { readPython } from "./read-python.ts";

const parser = openNativeParser();

/** Each statement that has any, as `kind line: leading | trailing | blank lines`, and each block's own comments. */
function remarks(text: string): string[] {
  const { module, source, problems } = readPython(text, parser);
  expect(problems).toEqual([]);
  const found: string[] = [];
  const block = (each: Block | null): void => {
    each?.body.forEach(statement);
    if (each?.trailing.length) found.push(`end of block: ${each.trailing.map((comment) => comment.text).join(",")}`);
  };
  const statement = (each: Statement): void => {
    const leading = each.leading.map((comment) => comment.text).join(",");
    const note = `${leading}|${each.trailingComment?.text ?? ""}|${each.blankLinesBefore}`;
    const line = source.text.slice(0, each.start).split("\n").length;
    if (note !== "||0") found.push(`${each.kind} ${line}: ${note}`);
    if ("body" in each && each.kind !== "Exec") block(each.body);
    if (each.kind === "Try") {
      for (const handler of each.handlers) {
        const own = handler.leading.map((comment) => comment.text).join(",");
        if (own !== "" || handler.trailingComment) found.push(`except: ${own}|${handler.trailingComment?.text ?? ""}`);
        block(handler.body);
      }
    }
    if (each.kind === "If" || each.kind === "Try") block(each.orelse);
    if (each.kind === "Try") block(each.finalbody);
  };
  module.body.forEach(statement);
  if (module.trailing.length > 0) found.push(`end: ${module.trailing.map((comment) => comment.text).join(",")}`);
  return found;
}

it.each([
  ["leads and trails", "#a\n#b\n\nx = 1 #c\n#d\n", ["Assign 4: a,b|c|0", "end: d"]],
  ["counts blank lines up to the comments", "x\n\n\n#a\ny\n\nz\n", ["Expr 5: a||2", "Expr 7: ||1"]],
  ["stays in the block it is indented with", "if x:\n  a\n  #b\n#c\nd\n", ["end of block: b", "Expr 5: c||0"]],
  ["leads the first statement of a block", "if x: #h\n  #a\n\n  b\n", ["If 1: |h|0", "Expr 4: a||0"]],
  ["before else leads its first statement", "if x:\n  a\n#b\nelse: #c\n  #d\n  e\n", ["Expr 6: b,c,d||0"]],
  ["leads an elif", "if x:\n  a\n#b\nelif y: #c\n  d\n", ["If 4: b|c|0"]],
  [
    "belongs to its except clause",
    "try:\n  a\n  #b\n#c\nexcept X: #d\n  e\nfinally: #f\n  g\n",
    ["end of block: b", "except: c|d", "Expr 8: f||0"],
  ],
  ["inside brackets comes before the statement", "#a\nx = [ #b\n  1,\n  #c\n] #d\n", ["Assign 2: a,b,c|d|0"]],
  ["follows the last of several statements", "x; y #c\n", ["Expr 1: |c|0"]],
  ["follows a one-line compound statement", "if x: y #c\n", ["If 1: |c|0"]],
  ["among decorators leads the definition", "#a\n@b #c\n#d\ndef f(): #e\n  pass\n", ["FunctionDef 2: a,c,d|e|0"]],
  [
    "ends inner and outer blocks",
    "def f():\n  if x:\n    a\n    #b\n  #c\n#d\n",
    ["end of block: b", "end of block: c", "end: d"],
  ],
  ["is no part of a string", "x = '#a' #b\n", ["Assign 1: |b|0"]],
])("a comment %s", (_, text, expected) => {
  expect(remarks(text)).toEqual(expected);
});
