import type { BinaryOperator, Expression, Statement, Tuple, With } from "../../src/python/ast.ts";
import { positionAt } from "../../src/python/positions.ts";
import type { Source } from "../../src/python/source.ts";
import { stringLiteralEnd } from "../../src/python/string-literal.ts";

const STRING_START = /[uUbB]?[rR]?["']/y;

/** Operators that CPython's grammar has in one flat list of operands. */
const LISTS: readonly (readonly BinaryOperator[])[] = [
  ["+", "-"],
  ["*", "/", "//", "%"],
  ["<<", ">>"],
  ["|"],
  ["^"],
  ["&"],
];

/**
 * Where CPython 2.7 says that our nodes begin (`ast.c`): `line:column`, the column in bytes of UTF-8 from 0. It is not where they do
 * begin for what its parser adds piece by piece: `a.b()` is where `a` is, `a + b + c` where the second operator is, and what stands
 * in brackets often after the bracket. Not all of this is of use, but with it every start of ours is proved.
 */
export class CPythonPlaces {
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  /** The place of the token at an offset. A string over several lines has its last line, and no column. */
  ofToken(offset: number): string {
    const { lineStarts, text } = this.#source;
    STRING_START.lastIndex = offset;
    if (STRING_START.test(text)) {
      const { end } = stringLiteralEnd(text, STRING_START.lastIndex - 1);
      const last = positionAt(this.#source, end).line;
      if (last !== positionAt(this.#source, offset).line) return `${last}:-1`;
    }
    const { line } = positionAt(this.#source, offset);
    const before = text.slice(lineStarts[line - 1], offset);
    // Files in latin-1 are the only ones that it does not recode.
    return `${line}:${this.#source.encoding === "latin-1" ? before.length : new TextEncoder().encode(before).length}`;
  }

  of(node: Expression): string {
    return this.ofToken(this.#offset(node));
  }

  /** An `elif` is where its test begins. */
  ofStatement(node: Statement): string {
    return this.ofToken(node.kind === "If" && node.elif ? this.#nextToken(node.start + "elif".length) : node.start);
  }

  /** Each item of a `with` is a statement to CPython, and is where it begins. */
  ofItem({ start, items }: With, index: number): string {
    const previous = items[index - 1];
    if (previous === undefined) return this.ofToken(this.#nextToken(start + "with".length));
    const end = (previous.target ?? previous.context).end;
    return this.ofToken(this.#nextToken(this.#source.text.indexOf(",", end) + 1));
  }

  /** `for a, b in`: the tuple is where its first element is. */
  ofTarget(node: Expression): string {
    return node.kind === "Tuple" && !this.#inParentheses(node) ? this.ofTarget(node.elts[0]!) : this.of(node);
  }

  #offset(node: Expression): number {
    switch (node.kind) {
      case "Call":
        return this.#offset(node.func);
      case "Attribute":
      case "Subscript":
        return this.#offset(node.value);
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        return this.#nextToken(node.start + 1);
      case "Tuple":
        return this.#inParentheses(node) && node.elts.length > 0 ? this.#nextToken(node.start + 1) : node.start;
      case "Name":
        // The None that stands for an empty step is where its colon is.
        return node.start === node.end ? node.start - 1 : node.start;
      case "BinOp": {
        const { left } = node;
        const list = left.kind === "BinOp" ? LISTS.find((each) => each.includes(node.op)) : undefined;
        const continues = left.kind === "BinOp" && list?.includes(left.op) === true && left.start === node.start;
        return continues ? this.#nextToken(left.end) : node.start;
      }
      default:
        return node.start;
    }
  }

  /** Not `(a), (b)`: there the parenthesis that opens first is closed before the comma. */
  #inParentheses({ start, end, elts }: Tuple): boolean {
    const { text } = this.#source;
    if (text[start] !== "(") return false;
    const [first, second] = elts;
    if (first === undefined) return true;
    const opened = this.#count(start, first.start, "(");
    const afterFirst = this.#withoutComments(first.end, second?.start ?? end);
    const closed = afterFirst.slice(0, afterFirst.indexOf(",")).split(")").length - 1;
    return opened > closed;
  }

  #count(from: number, to: number, character: string): number {
    return this.#withoutComments(from, to).split(character).length - 1;
  }

  #withoutComments(from: number, to: number): string {
    return this.#source.text.slice(from, to).replace(/#.*/g, "");
  }

  #nextToken(from: number): number {
    const gap = /(?:[ \t\f\n]|\\\n|#.*)*/y;
    gap.lastIndex = from;
    return from + gap.exec(this.#source.text)![0].length;
  }
}
