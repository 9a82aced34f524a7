import type { SyntaxProblem } from "./ast.ts";
import { InvalidRegions, type InvalidRegion } from "./invalid-regions.ts";
import type { LogicalLines } from "./scan/logical-lines.ts";
import type { Scan } from "./scan/scan.ts";
import { skeletonOf, type Region } from "./skeleton.ts";
import type { PythonParser, SyntaxCursor } from "./syntax-tree.ts";

/** Logical lines `from` up to, not including, `to`. */
interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the smallest statements that hold all of a file's errors, so that the skeleton without them parses. The regions are sorted and
 * do not overlap; adjacent ones are joined.
 *
 * Blocks are known from indentation alone, so every statement can be parsed by itself: one that does not parse is looked into, and if
 * all of its blocks are sound (or made so), but it is not, it is left out as a whole.
 */
export function isolateErrors(text: string, scan: Scan, parser: PythonParser): InvalidRegion[] {
  return new Isolation(text, scan, parser).run();
}

class Isolation {
  readonly #text: string;
  readonly #scan: Scan;
  readonly #parser: PythonParser;
  readonly #regions = new InvalidRegions();

  constructor(text: string, scan: Scan, parser: PythonParser) {
    this.#text = text;
    this.#scan = scan;
    this.#parser = parser;
  }

  run(): InvalidRegion[] {
    const { lines, problems } = this.#scan;
    for (const problem of problems) {
      const { message, span } = problem;
      const range = problem.indentation ? ownerOf(lines, problem.line) : statementAround(lines, problem.line);
      this.#regions.add({ ...this.#extent(range), problem: { message, span } });
    }
    this.#searchBlock({ from: 0, to: lines.count });
    return this.#regions.joined(this.#text);
  }

  #searchBlock({ from, to }: LineRange): void {
    for (let line = from; line < to;) {
      const range = { from: line, to: Math.min(statementEnd(this.#scan.lines, line), to) };
      this.#searchStatement(range);
      line = range.to;
    }
  }

  #searchStatement(range: LineRange): void {
    const { lines } = this.#scan;
    const { start, end } = this.#extent(range);
    if (this.#regions.holds(start, end)) return;
    const error = this.#error(range);
    if (error === null) return;
    const column = lines.column(range.from);
    for (let line = range.from; line < range.to;) {
      let bodyEnd = line;
      while (bodyEnd < range.to && lines.column(bodyEnd) > column) bodyEnd++;
      if (bodyEnd > line) this.#searchBlock({ from: line, to: bodyEnd });
      line = Math.max(bodyEnd, line + 1);
    }
    const remaining = this.#error(range);
    if (remaining !== null) this.#regions.add({ start, end, problem: remaining });
  }

  #extent({ from, to }: LineRange): Region {
    return { start: this.#scan.lines.at(from).start, end: this.#scan.lines.at(to - 1).end };
  }

  /** The first error of a statement parsed alone, or null. */
  #error(range: LineRange): SyntaxProblem | null {
    const { start, end } = this.#extent(range);
    const lineStart = this.#text.lastIndexOf("\n", start - 1) + 1;
    // An indented statement needs a block around it.
    const prefix = lineStart === start ? "" : "if 1:\n";
    const inner = this.#regions.within(start, end);
    const tree = this.#parser.parse(`${prefix}${skeletonOf(this.#text, this.#scan.edits, inner, lineStart, end)}\n`);
    try {
      if (!tree.hasError) return null;
      return this.#describe(tree.walk(), lineStart - prefix.length, { start, end });
    } finally {
      tree.free();
    }
  }

  /** The first error or missing node in words; `offset` leads from the tree's offsets to the file's. */
  #describe(cursor: SyntaxCursor, offset: number, within: Region): SyntaxProblem {
    let last: SyntaxProblem | null = null;
    for (let depth = 0; depth >= 0;) {
      const start = Math.min(Math.max(cursor.startIndex + offset, within.start), within.end);
      if (cursor.nodeIsMissing) return { message: `expected ${inWords(cursor.nodeType)}`, span: { start, end: start } };
      if (cursor.nodeType === "ERROR") {
        const end = Math.min(Math.max(cursor.endIndex + offset, start), within.end);
        last = { message: this.#unexpected({ start, end }), span: { start, end } };
        if (cursor.nodeTypeId !== 0) break;
      }
      if (cursor.gotoFirstChild()) {
        depth++;
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        if (--depth < 0 || !cursor.gotoParent()) break;
      }
    }
    return last ?? { message: "this statement cannot be read", span: { start: within.start, end: within.end } };
  }

  #unexpected({ start, end }: Region): string {
    const text = this.#text.slice(start, end).split("\n")[0]!.trim();
    return text === ""
      ? "the statement ends too early"
      : `unexpected '${text.length > 40 ? `${text.slice(0, 39)}…` : text}'`;
  }
}

function inWords(type: string): string {
  if (type === "identifier") return "a name";
  return /^\W/.test(type) ? `'${type}'` : type.replaceAll("_", " ").trim();
}

/** One past the last logical line of the statement that begins at `line`: its blocks, clauses, and what its decorators decorate. */
function statementEnd(lines: LogicalLines, line: number): number {
  const { column, decorator } = lines.at(line);
  let decorated = decorator;
  for (let at = line + 1; at < lines.count; at++) {
    const each = lines.at(at);
    if (each.column > column) continue;
    if (each.column < column) return at;
    if (each.clause) continue;
    if (!decorated) return at;
    decorated = each.decorator;
  }
  return lines.count;
}

/** The whole statement that a logical line belongs to: from its decorators or first clause on. */
function statementAround(lines: LogicalLines, line: number): LineRange {
  const column = lines.column(line);
  let from = line;
  for (let at = line - 1; at >= 0 && lines.column(at) >= column; at--) {
    const each = lines.at(at);
    if (each.column > column) continue;
    if (!lines.at(from).clause && !each.decorator) break;
    from = at;
  }
  return { from, to: statementEnd(lines, from) };
}

/** The statement whose block a line is indented in. */
function ownerOf(lines: LogicalLines, line: number): LineRange {
  let owner = line;
  while (owner > 0 && lines.column(owner) >= lines.column(line)) owner--;
  return statementAround(lines, owner);
}
