import type * as py from "../python/ast.ts";
import { type EmittedComment, lineComment, lineComments } from "./comments.ts";
import type { Context } from "./context.ts";

/** What is said of statements that Python never reaches either, of which there is nothing in TypeScript: they stand in a comment. */
export function neverReached(context: Context, dead: readonly py.Statement[]): readonly EmittedComment[] {
  const [first] = dead;
  const last = dead.at(-1);
  if (!first || !last) return [];
  const { text } = context.module.source;
  const before = text.slice(text.lastIndexOf("\n", first.start - 1) + 1, first.start);
  const indent = /^\s*$/.test(before) ? before : "";
  const end = text.indexOf("\n", last.end);
  const lines = text
    .slice(first.start, end < 0 ? text.length : end)
    .split("\n")
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return [
    ...lineComments(first.leading),
    lineComment(" never reached, in Python either:"),
    ...lines.map((line) => lineComment(`   ${line}`.trimEnd())),
  ];
}
