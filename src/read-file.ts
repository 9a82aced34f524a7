import type { ParsedFile } from "./program/program.ts";
import type { Module, SyntaxProblem } from "./python/ast.ts";
import { decodeSource } from "./python/decode-source.ts";
import { parseModule } from "./python/parse-module.ts";
import { positionAt } from "./python/positions.ts";
import type { Source } from "./python/source.ts";
import type { PythonParser } from "./python/syntax-tree.ts";
import { treeDepth } from "./python/tree-depth.ts";
import type { FailedFile, SourceInput, SyntaxFault } from "./translation.ts";

/** A file with a tree to translate. Where its text has syntax errors, the tree has an `Invalid` statement for each. */
export interface ReadableFile extends ParsedFile {
  readonly syntaxError: SyntaxFault | null;
}

/** What stands in each other deeper than this is not translated: the formatter would not survive it. */
const DEEPEST = 2000;

/** Decodes and parses a file. One that is not Python, or not enough so to be of use, fails with its reason. */
export function readFile(input: SourceInput, parser: PythonParser): ReadableFile | FailedFile {
  const source = decodeSource(input.path, input.bytes);
  if ("reason" in source) {
    // An empty `__init__.py` is how Python 2 marks a package; any other empty file is a mistake.
    if (source.reason !== "empty" || !/(^|\/)__init__\.py$/.test(input.path))
      return failed(input, source.reason, source.line);
    return readFile({ ...input, bytes: new TextEncoder().encode("pass\n") }, parser);
  }
  const { module: tree, problems } = parseModule(source, parser);
  const syntaxError = problems[0] === undefined ? null : describe(problems[0], source);
  if (syntaxError !== null && !hasDefinition(tree)) return failed(input, syntaxError.reason, syntaxError.line);
  const file = { input, source, tree, syntaxError };
  return treeDepth(tree).depth > DEEPEST ? tooDeep(file) : file;
}

/** The failure of a file whose tree is too deep for those that read it by recursion. */
export function tooDeep({ input, source, tree }: ParsedFile): FailedFile {
  const { depth, offset } = treeDepth(tree);
  return failed(input, `nested too deeply to be translated: ${depth} levels`, positionAt(source, offset).line);
}

function describe({ message, span }: SyntaxProblem, source: Source): SyntaxFault {
  const { line, column } = positionAt(source, span.start);
  return { reason: `syntax error in column ${column}: ${message}`, line };
}

/** Whether some function or class of the file is (partly) sound; else there is nothing of it that could be used. */
function hasDefinition({ body }: Module): boolean {
  return body.some(
    (statement) =>
      (statement.kind === "FunctionDef" || statement.kind === "ClassDef") &&
      statement.body.body.some(({ kind }) => kind !== "Invalid"),
  );
}

function failed({ path, output }: SourceInput, reason: string, line: number | null): FailedFile {
  return { status: "failed", path, output, reason, line, diagnostics: [] };
}
