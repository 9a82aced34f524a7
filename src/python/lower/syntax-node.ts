import type { Expression, Span, Statement } from "../ast.ts";

/**
 * A node of the grammar's tree while it is lowered, children first. Once a node has become an expression or a statement its children
 * are dropped; nodes that are only parts (argument lists, clauses, blocks) keep them for their parent to read.
 * Anonymous tokens are nodes too, one shared by all tokens of a type, without a position.
 */
export interface SyntaxNode extends Span {
  readonly type: string;
  readonly named: boolean;
  /** The node around it, which is still open. */
  readonly parent: SyntaxNode | null;
  children: SyntaxNode[];
  expression: Expression | null;
  statement: Statement | null;
}

/** Children that are not punctuation. */
export function namedChildren(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter((child) => child.named);
}

/** The first child of a type, or null. */
export function childOf(node: SyntaxNode, type: string): SyntaxNode | null {
  for (const child of node.children) if (child.type === type) return child;
  return null;
}

export function hasToken(node: SyntaxNode, token: string): boolean {
  for (const child of node.children) if (!child.named && child.type === token) return true;
  return false;
}

/** The named child that follows the first token of a type, or null. */
export function childAfter(node: SyntaxNode, token: string): SyntaxNode | null {
  const at = node.children.findIndex((child) => !child.named && child.type === token);
  const next = at < 0 ? undefined : node.children[at + 1];
  return next?.named ? next : null;
}
