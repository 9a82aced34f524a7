import type * as ts from "../emit/tree.ts";
import type { Span } from "../python/ast.ts";
import { positionAt } from "../python/positions.ts";
import type { Context } from "./context.ts";

/** Gives a node its Python place, for the line map: the statement that it was made from, unless a part said so before. */
export function locate(context: Context, node: { loc?: ts.Location }, span: Span): void {
  if (node.loc) return;
  const start = positionAt(context.module.source, span.start);
  const end = positionAt(context.module.source, Math.max(span.start, span.end - 1));
  node.loc = { start: { line: start.line, column: start.column - 1 }, end: { line: end.line, column: end.column } };
}
