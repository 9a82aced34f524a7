import { BLANK_LINE } from "../emit/build.ts";
import type * as py from "../python/ast.ts";

export interface EmittedComment {
  readonly type: "Line" | "Block";
  readonly value: string;
  /** After a node: on a line of its own. */
  readonly ownLine?: boolean;
}

/** Comments of the emitted tree, by the node they stand at, and the blank lines that the original had. */
export class Comments {
  private readonly leading = new WeakMap<object, EmittedComment[]>();
  private readonly trailing = new WeakMap<object, EmittedComment[]>();
  private readonly blank = new WeakSet<object>();

  before(node: object, comments: readonly EmittedComment[]): void {
    if (comments.length === 0) return;
    this.leading.set(node, [...comments, ...(this.leading.get(node) ?? [])]);
  }

  after(node: object, comments: readonly EmittedComment[]): void {
    if (comments.length === 0) return;
    this.trailing.set(node, [...(this.trailing.get(node) ?? []), ...comments]);
  }

  /** What stands at `from` stands at `to`, which takes its place. */
  move(from: object, to: object): void {
    this.before(to, this.leading.get(from) ?? []);
    this.after(to, this.trailing.get(from) ?? []);
    if (this.blank.has(from)) this.blank.add(to);
    this.leading.delete(from);
    this.trailing.delete(from);
    this.blank.delete(from);
  }

  blankBefore(node: object): void {
    this.blank.add(node);
  }

  leadingOf(node: object): EmittedComment[] | undefined {
    return this.leading.get(node);
  }

  trailingOf(node: object): EmittedComment[] | undefined {
    return this.trailing.get(node);
  }

  hasBlankBefore(node: object): boolean {
    return this.blank.has(node);
  }
}

/** A coding line (PEP 263) as it is written for CPython and editors, and nothing else; prose that has such a word in it is kept. */
const CODING = /^\s*(-\*-.*coding[:=].*-\*-|(vim?:.*)?(file)?(en)?coding[:=]\s*[-\w.]+[\s:]*)$/;

/** Python's comments as line comments. A shebang or a coding line says nothing to TypeScript. */
export function lineComments(comments: readonly py.Comment[]): readonly EmittedComment[] {
  return comments
    .filter((c) => !(c.text.startsWith("!") || CODING.test(c.text)) || c.span.start > 200)
    .map((c) => ({ type: "Line", value: c.text === "" || /^[\s#:!]/.test(c.text) ? c.text : ` ${c.text}` }));
}

/** An empty line among comments. */
export const blankLine: EmittedComment = { type: "Line", value: BLANK_LINE };

/** A text that stands by itself, which Python makes and drops, is a comment to whoever reads it. */
export const textComments = (text: string): readonly EmittedComment[] =>
  dedent(text).map((line) => ({ type: "Line", value: line === "" ? "" : ` ${line}` }));

export const lineComment = (value: string): EmittedComment => ({ type: "Line", value });

/** A docstring as a documentation comment. */
export function docComment(text: string): EmittedComment {
  const lines = dedent(text.replaceAll("*/", "*\\/"));
  const [first = ""] = lines;
  if (lines.length === 1) return { type: "Block", value: `* ${first} ` };
  return { type: "Block", value: `*\n${lines.map((line) => (line === "" ? " *" : ` * ${line}`)).join("\n")}\n ` };
}

/** A docstring's lines without common indentation, as `inspect.cleandoc` has them. */
function dedent(text: string): readonly string[] {
  const lines = text
    .replaceAll("\t", "        ")
    // What ends a line to TypeScript.
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => line.trimEnd());
  const indents = lines
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.length - line.trimStart().length);
  const margin = indents.length > 0 ? Math.min(...indents) : 0;
  const cut = lines.map((line, i) => (i === 0 ? line.trimStart() : line.slice(margin)));
  while (cut.length > 1 && cut.at(-1) === "") cut.pop();
  while (cut.length > 1 && cut[0] === "") cut.shift();
  return cut;
}
