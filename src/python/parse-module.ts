import type { Module, Statement, SyntaxProblem } from "./ast.ts";
import { encodingOf } from "./encodings.ts";
import type { InvalidRegion } from "./invalid-regions.ts";
import { isolateErrors } from "./isolate-errors.ts";
import { trimmed } from "./kept-list.ts";
import { Context } from "./lower/context.ts";
import { lowerAlignedTree, lowerTree } from "./lower/lower-tree.ts";
import { scan, type Scan } from "./scan/scan.ts";
import { compactSkeletonOf, skeletonOf } from "./skeleton.ts";
import type { Source } from "./source.ts";
import { stretchesOf, type Stretch } from "./stretches.ts";
import type { PythonParser, SyntaxTree } from "./syntax-tree.ts";

/**
 * Parses a whole file. Never throws for what a file holds: each syntax error is a problem and an `Invalid` statement (the smallest
 * that can be told apart), and all other statements are there.
 */
export function parseModule(
  source: Source,
  parser: PythonParser,
): { module: Module; problems: readonly SyntaxProblem[] } {
  const scanned = scan(source.text);
  const read = readAs(source, scanned, parser);
  // Without syntax that tells, a file counts as Python 2 until the grammar finds something that only Python 3 has.
  if (!read.python3Syntax || scanned.certain) return read;
  return readAs(source, scan(source.text, "python3"), parser);
}

interface Read {
  readonly module: Module;
  readonly problems: readonly SyntaxProblem[];
  readonly python3Syntax: boolean;
}

function readAs(source: Source, scanned: Scan, parser: PythonParser): Read {
  return readSound(source, scanned, parser) ?? readWithErrors(source, scanned, parser);
}

/** The quick way, for a file that neither the scanner nor the grammar finds fault with, and without f-strings; else mostly null. */
function readSound({ text, encoding }: Source, scanned: Scan, parser: PythonParser): Read | null {
  const { tokens, problems } = scanned;
  if (tokens === null || problems.length > 0) return null;
  const runs = new Map(scanned.literalRuns.map((run) => [run.first, run]));
  const context = new Context(text, scanned, encodingOf(encoding), new Map(), runs);
  const body: Statement[] = [];
  for (const stretch of stretchesOf(text, scanned, tokens)) {
    const statements = readStretch(stretch, scanned, parser, context);
    if (statements === null) return null;
    for (const statement of statements) body.push(statement);
  }
  // A run that nobody has asked for stands where no list of expressions is, such as a subscript.
  if (runs.size > 0) return null;
  const told = context.problems.toSorted((a, b) => a.span.start - b.span.start);
  return { module: moduleOf(text, scanned, trimmed(body)), problems: told, python3Syntax: context.python3Syntax };
}

function readStretch(
  { from, to, tokens }: Stretch,
  scanned: Scan,
  parser: PythonParser,
  context: Context,
): readonly Statement[] | null {
  const tree = parser.parse(compactSkeletonOf(context.text, scanned, from, to));
  try {
    return tree.hasError ? null : lowerAlignedTree(tree.walk(), tokens, context);
  } finally {
    tree.free();
  }
}

function readWithErrors({ text, encoding }: Source, scanned: Scan, parser: PythonParser): Read {
  const { tree, regions } = parseSkeleton(text, scanned, parser);
  try {
    const invalid = new Map(regions.map((region) => [region.start, region.problem.message]));
    const context = new Context(text, scanned, encodingOf(encoding), invalid);
    const body = lowerTree(tree.walk(), context);
    const problems = [...regions.map((region) => region.problem), ...context.problems];
    problems.sort((a, b) => a.span.start - b.span.start);
    return { module: moduleOf(text, scanned, body), problems, python3Syntax: context.python3Syntax };
  } finally {
    tree.free();
  }
}

function moduleOf(text: string, scanned: Scan, body: readonly Statement[]): Module {
  return {
    kind: "Module",
    start: 0,
    end: text.length,
    body,
    trailing: scanned.remarks.trailing,
    futures: scanned.futures,
    dialect: scanned.dialect,
  };
}

/** A tree without errors, and the regions left out to get it. */
function parseSkeleton(
  text: string,
  scanned: Scan,
  parser: PythonParser,
): { tree: SyntaxTree; regions: readonly InvalidRegion[] } {
  if (scanned.problems.length === 0 && !scanned.wideTabs) {
    const tree = parser.parse(skeletonOf(text, scanned.edits, []));
    if (!tree.hasError) return { tree, regions: [] };
    tree.free();
  }
  const regions = scanned.wideTabs ? firstProblem(scanned) : isolateErrors(text, scanned, parser);
  if (!scanned.wideTabs) {
    const tree = parser.parse(skeletonOf(text, scanned.edits, regions));
    if (!tree.hasError) return { tree, regions };
    // Sound statements may still not stand together; a tree with errors could lose some of them.
    tree.free();
  }
  const whole = wholeFile(scanned, regions);
  return { tree: parser.parse(skeletonOf(text, scanned.edits, whole)), regions: whole };
}

/** The scanner's first problem, without telling which lines it spoils. */
function firstProblem({ problems }: Scan): InvalidRegion[] {
  return problems.slice(0, 1).map(({ message, span }) => ({ ...span, problem: { message, span } }));
}

function wholeFile({ lines }: Scan, regions: readonly InvalidRegion[]): InvalidRegion[] {
  const start = lines.count === 0 ? 0 : lines.at(0).start;
  const end = lines.count === 0 ? start : lines.at(lines.count - 1).end;
  const problem = regions[0]?.problem ?? { message: "this file cannot be read", span: { start, end: start } };
  return [{ start, end, problem }];
}
