import type { Expression, Statement } from "../ast.ts";
import type { SyntaxCursor } from "../syntax-tree.ts";
import { compoundStatementRules } from "./compound-statements.ts";
import type { Context } from "./context.ts";
import { expressionRules, type LowerExpression } from "./expressions.ts";
import { checkNesting } from "./nesting.ts";
import { isAboutScopes, suspectScopes } from "./placement.ts";
import { simpleStatementRules, type LowerStatement } from "./simple-statements.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** What to do with nodes of one type. */
interface TypeRule {
  readonly type: string;
  /** For an anonymous token: the node that stands for all of them. */
  readonly token: OpenNode | null;
  readonly leaf: boolean;
  /** How many tokens a leaf or an anonymous node is. */
  readonly tokens: number;
  /** How many children it always has; 0 if that varies. */
  readonly arity: number;
  /** It is always the last child of its parent. */
  readonly closes: boolean;
  /** It begins with its first child and ends with its last one, with no token between that the tree does not show. */
  readonly framed: boolean;
  /** The parent still reads its children. */
  readonly keep: boolean;
  readonly expression: LowerExpression | undefined;
  readonly statement: LowerStatement | undefined;
}

const LEAVES: ReadonlySet<string> = new Set(["identifier", "integer", "float", "true", "false", "none", "ellipsis"]);
/** Parts of f-strings: their text is no child. */
const UNFRAMED: ReadonlySet<string> = new Set(["string_content", "format_specifier"]);
const NO_CHILDREN: SyntaxNode[] = [];

/** Expressions whose children their parents read too. */
const KEPT: ReadonlySet<string> = new Set(["expression_list", "yield", "as_pattern"]);

const ARITY: Readonly<Record<string, number>> = {
  attribute: 3,
  binary_operator: 3,
  boolean_operator: 3,
  call: 2,
  default_parameter: 3,
  keyword_argument: 3,
  pair: 3,
  not_operator: 2,
  unary_operator: 2,
};

/** A node that is being lowered. One class, so that all have one shape. */
class OpenNode implements SyntaxNode {
  readonly type: string;
  readonly named: boolean;
  start: number;
  end: number;
  children = NO_CHILDREN;
  expression: Expression | null = null;
  statement: Statement | null = null;
  readonly rule: TypeRule | null;
  readonly parent: OpenNode | null;
  /** Where its children begin among those of all open nodes. */
  base = 0;

  constructor(type: string, start: number, end: number, rule: TypeRule | null, parent: OpenNode | null) {
    this.type = type;
    this.named = rule !== null;
    this.start = start;
    this.end = end;
    this.rule = rule;
    this.parent = parent;
  }
}

// By the grammar's type id, which is the same in both bindings; filled in as types are met.
const rules: (TypeRule | undefined)[] = [];

function ruleOf(cursor: SyntaxCursor): TypeRule {
  const type = cursor.nodeType;
  const named = cursor.nodeIsNamed;
  return {
    type,
    token: named ? null : new OpenNode(type, -1, -1, null, null),
    leaf: LEAVES.has(type),
    tokens: type === "ellipsis" ? 3 : /^\w+ \w+$/.test(type) ? 2 : 1,
    arity: ARITY[type] ?? 0,
    closes: !named && (type === ")" || type === "]" || type === "}"),
    framed: !UNFRAMED.has(type),
    keep: KEPT.has(type),
    expression: named ? expressionRules[type] : undefined,
    statement: named ? (simpleStatementRules[type] ?? compoundStatementRules[type]) : undefined,
  };
}

/**
 * The statements of a whole tree, in one pass of its cursor: children first, without recursion, so that depth does not matter. String
 * literals are not descended into, but for f-strings.
 *
 * Asking the cursor is what costs. A node's ends are read only where no child of it has them.
 */
export function lowerTree(cursor: SyntaxCursor, context: Context): Statement[] {
  if (!cursor.gotoFirstChild()) return [];
  let parent = new OpenNode("module", 0, context.text.length, null, null);
  // The children of all open nodes. An array for each, grown child by child, would take several times the room.
  const children: OpenNode[] = [];
  let top = 0;
  for (;;) {
    const rule = (rules[cursor.nodeTypeId] ??= ruleOf(cursor));
    if (rule.token !== null) children[top++] = rule.token;
    else {
      const node = new OpenNode(rule.type, -1, -1, rule, parent);
      const leaf = rule.leaf || (rule.type === "string" && !context.isFormatted(cursor.startIndex));
      children[top++] = node;
      if (!leaf && cursor.gotoFirstChild()) {
        node.base = top;
        parent = node;
        continue;
      }
      node.start = cursor.startIndex;
      node.end = cursor.endIndex;
      close(node, rule, context);
    }
    while (!cursor.gotoNextSibling()) {
      const done = parent;
      if (done.parent === null) return statementsOf(children.slice(0, top));
      cursor.gotoParent();
      const { framed } = done.rule!;
      const first = framed ? children[done.base]!.start : -1;
      const last = framed ? children[top - 1]!.end : -1;
      done.start = first < 0 ? cursor.startIndex : first;
      done.end = last < 0 ? cursor.endIndex : last;
      done.children = children.slice(done.base, top);
      top = done.base;
      close(done, done.rule!, context);
      parent = done.parent;
    }
  }
}

/**
 * The same of a tree whose tokens the scanner has counted: the cursor is only asked for types, and never whether a node has more
 * children where that is known. Offsets are those of the scanner's tokens, so the skeleton may have any. Null if the two do not agree
 * on the number of tokens: then nothing of it is true.
 */
export function lowerAlignedTree(cursor: SyntaxCursor, tokens: Int32Array, context: Context): Statement[] | null {
  if (!cursor.gotoFirstChild()) return tokens.length === 0 ? [] : null;
  let parent = new OpenNode("module", 0, context.text.length, null, null);
  const children: OpenNode[] = [];
  let top = 0;
  // Into `tokens`: two entries each.
  let at = 0;
  for (;;) {
    const rule = (rules[cursor.nodeTypeId] ??= ruleOf(cursor));
    let last = rule.closes;
    if (rule.token !== null) {
      children[top++] = rule.token;
      at += 2 * rule.tokens;
    } else {
      if (at >= tokens.length) return null;
      const node = new OpenNode(rule.type, tokens[at]!, -1, rule, parent);
      children[top++] = node;
      if (!rule.leaf && rule.type !== "string" && cursor.gotoFirstChild()) {
        node.base = top;
        parent = node;
        continue;
      }
      at += 2 * rule.tokens;
      if (at > tokens.length) return null;
      node.end = tokens[at - 1]!;
      close(node, rule, context);
    }
    for (;;) {
      if (!last) last = parent.rule !== null && top - parent.base === parent.rule.arity;
      if (!last && cursor.gotoNextSibling()) break;
      const done = parent;
      if (done.parent === null) return at === tokens.length ? statementsOf(children.slice(0, top)) : null;
      cursor.gotoParent();
      if (at > tokens.length) return null;
      done.end = tokens[at - 1]!;
      done.children = children.slice(done.base, top);
      top = done.base;
      close(done, done.rule!, context);
      parent = done.parent;
      last = false;
    }
  }
}

function statementsOf(nodes: readonly SyntaxNode[]): Statement[] {
  const statements: Statement[] = [];
  for (const { statement } of nodes) if (statement !== null) statements.push(statement);
  return statements;
}

function close(node: OpenNode, rule: TypeRule, context: Context): void {
  if (rule.expression !== undefined) node.expression = rule.expression(node, context);
  else if (rule.statement !== undefined) {
    const statement = rule.statement(node, context);
    if (isAboutScopes(statement)) suspectScopes(node, context);
    checkNesting(node, statement, context);
    node.statement = sound(statement, context);
  } else return;
  if (!rule.keep) node.children = NO_CHILDREN;
}

/** A statement whose own parts have a problem cannot be used; those of statements inside it have been taken by these. */
function sound(statement: Statement, context: Context): Statement {
  const problem = context.takeProblem();
  if (problem === null) return statement;
  const { start, end, leading, trailingComment, blankLinesBefore } = statement;
  return { kind: "Invalid", start, end, leading, trailingComment, blankLinesBefore, message: problem.message };
}
