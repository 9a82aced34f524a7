import { print } from "esrap";
import tsLanguage from "esrap/languages/ts";
import { format } from "oxfmt";
import type { Comments, EmittedComment } from "../translate/comments.ts";
import type { LineMapping } from "../translation.ts";
import { BLANK_LINE, withoutPlaceholder } from "./build.ts";
import type * as ts from "./tree.ts";

/** Formatted TypeScript, and which Python lines its lines came from. */
export interface PrintedModule {
  readonly text: string;
  readonly lineMap: readonly LineMapping[];
}

/**
 * Prints a module's tree and formats it.
 *
 * Places and blank lines travel through the formatter as comments of their own line, which it never moves past a statement, and are
 * taken out of the result: the only way that survives whatever a formatter does to tokens.
 * Throws when the text is not TypeScript: that is an error of the translator.
 */
export async function printModule(
  path: string,
  body: readonly ts.Statement[],
  comments: Comments,
): Promise<PrintedModule> {
  const result = await format(path, withoutBlankLines(printTree(body, comments)), { printWidth: 100 });
  const [problem] = result.errors;
  if (problem) throw new Error(`emitted code is not TypeScript: ${problem.message}`);
  return readMarkers(result.code);
}

const PLACE = "@place ";
const OWN_LINE = "@own-line";
const BLOCK = "@block ";

function printTree(body: readonly ts.Statement[], comments: Comments): string {
  const language = tsLanguage({
    quotes: "double",
    getLeadingComments: (node) => {
      const { loc } = node as { loc?: ts.Location };
      const markers = [];
      if (comments.hasBlankBefore(node)) markers.push({ type: "Line" as const, value: BLANK_LINE });
      if (loc) markers.push({ type: "Line" as const, value: `${PLACE}${loc.start.line} ${loc.end.line}` });
      const all = [...markers, ...(comments.leadingOf(node) ?? []).map(onItsLine).flatMap(ownLines)];
      return all.length > 0 ? all : undefined;
    },
    getTrailingComments: (node) =>
      comments
        .trailingOf(node)
        ?.map(onItsLine)
        .map((c) => (c.ownLine ? { type: c.type, value: `${OWN_LINE}${c.value}` } : c)),
  });
  parenthesizeTypes(language as unknown as Visitors);
  const program = { type: "Program", sourceType: "module", body };
  // The tree is a subset of what esrap prints; its own type asks for fields that only a parser has.
  return print(program as never, language as never).code;
}

type Visitors = Record<"BinaryExpression", (node: ts.BinaryExpression, context: unknown) => void>;

/** `x as Integer < 0` would read as the type `Integer<0…`, which the printer does not see to: (x as Integer) < 0 */
function parenthesizeTypes(visitors: Visitors): void {
  const { BinaryExpression: print_ } = visitors;
  visitors.BinaryExpression = (node, context) => {
    const isCast = node.operator.startsWith("<") && node.left.type === "TSAsExpression";
    const left = { type: "ParenthesizedExpression", expression: node.left } as unknown as ts.Expression;
    print_(isCast ? { ...node, left } : node, context);
  };
}

/** A comment of Python may hold what ends a line to TypeScript, and what follows would be code. */
const onItsLine = <C extends EmittedComment>(comment: C): C => ({
  ...comment,
  value: comment.value.replace(/[\r\u2028\u2029]/g, " "),
});

/** A block comment on lines of its own, whatever the printer does with block comments. */
const ownLines = (comment: EmittedComment): readonly EmittedComment[] =>
  comment.type === "Line"
    ? [comment]
    : `/*${comment.value}*/`.split("\n").map((line) => ({ type: "Line", value: `${BLOCK}${line}` }));

/** The printer's own blank lines go: those of the Python file are marked. */
const withoutBlankLines = (code: string): string =>
  code
    .split("\n")
    .filter((line) => line.trim() !== "")
    .join("\n");

/** Takes the markers out of formatted text, and reads the line map from them. */
function readMarkers(code: string): PrintedModule {
  const lines: string[] = [];
  const starts: { line: number; python: { start: number; end: number } }[] = [];
  for (const printed of code.split("\n")) {
    const rest = withoutPlaceholder(printed);
    if (rest?.trim() === "") continue;
    const line = rest ?? printed;
    const trimmed = line.trim();
    if (trimmed.startsWith(`//${PLACE}`)) {
      const [start = 1, end = 1] = trimmed.slice(`//${PLACE}`.length).split(" ").map(Number);
      starts.push({ line: lines.length + 1, python: { start, end } });
    } else if (trimmed === `//${BLANK_LINE}`) {
      const previous = lines.at(-1)?.trim();
      if (previous !== undefined && previous !== "" && !/[{([]$/.test(previous)) lines.push("");
    } else if (trimmed.startsWith(`//${BLOCK}`)) {
      const indent = line.slice(0, line.length - line.trimStart().length);
      lines.push(`${indent}${trimmed.slice(`//${BLOCK}`.length)}`.trimEnd());
    } else if (line.includes(`//${OWN_LINE}`)) {
      const at = line.indexOf(`//${OWN_LINE}`);
      const indent = line.slice(0, line.length - line.trimStart().length);
      if (line.slice(0, at).trim() !== "") lines.push(line.slice(0, at).trimEnd());
      for (const text of line.slice(at).split(`//${OWN_LINE}`).slice(1)) lines.push(`${indent}//${text}`.trimEnd());
    } else if (trimmed !== "" || lines.at(-1)?.trim() !== "") lines.push(line);
  }
  return { text: lines.join("\n"), lineMap: mappings(starts, lines.length) };
}

/** Each place up to the next one: nested statements make finer pieces of those around them. */
function mappings(
  starts: readonly { line: number; python: { start: number; end: number } }[],
  last: number,
): readonly LineMapping[] {
  return starts.map(({ line, python }, i): LineMapping => {
    const next = starts[i + 1];
    const end = next ? Math.max(line, next.line - 1) : Math.max(line, last - 1);
    const pythonEnd =
      next && next.python.start > python.start ? Math.min(python.end, next.python.start - 1) : python.end;
    return {
      python: { start: python.start, end: Math.max(python.start, pythonEnd) },
      typescript: { start: line, end },
    };
  });
}
