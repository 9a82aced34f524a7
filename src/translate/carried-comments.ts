import type * as py from "../python/ast.ts";
import { blankLine, type EmittedComment, lineComments, textComments } from "./comments.ts";
import type { Context } from "./context.ts";
import { utf8 } from "../python/utf8.ts";

/** Comments at statements of which nothing is left, on their way to the next one that is written. */
export class CarriedComments {
  private comments: EmittedComment[] = [];
  private isApart = false;

  /** Comments at what is not written; `isApart` where an empty line stands before them. */
  take(comments: readonly EmittedComment[], isApart: boolean): void {
    if (comments.length === 0) return;
    if (this.comments.length === 0) this.isApart = isApart;
    else if (isApart) this.comments.push(blankLine);
    this.comments.push(...comments);
  }

  /** Sets what was carried before a node, above the comments of its own. */
  give(context: Context, node: object, own: readonly EmittedComment[], isApart: boolean): void {
    const { comments } = this;
    const between = comments.length > 0 && isApart ? [blankLine] : [];
    context.comments.before(node, [...comments, ...between, ...own]);
    if (comments.length > 0 ? this.isApart : isApart) context.comments.blankBefore(node);
    this.comments = [];
  }

  /** What nothing has come for. */
  get rest(): readonly EmittedComment[] {
    return this.comments;
  }
}

/** What is said beside a statement of which nothing is left, and what it says itself. What is said beside an import is of the import. */
export function remarks(node: py.Statement, isDocstring: boolean): readonly EmittedComment[] {
  const isImport = node.kind === "Import" || node.kind === "ImportFrom";
  const beside = lineComments(node.trailingComment && !isImport ? [node.trailingComment] : []);
  const text = node.kind === "Expr" && node.value.kind === "Str" && !isDocstring ? utf8(node.value.value) : null;
  return [...(text === null ? [] : textComments(text)), ...beside];
}
