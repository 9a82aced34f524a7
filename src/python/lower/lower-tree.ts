import type { Statement } from "../ast.ts";
import type { SyntaxCursor } from "../syntax-tree.ts";
import { compoundStatementRules } from "./compound-statements.ts";
import type { Context } from "./context.ts";
import { expressionRules, type LowerExpression } from "./expressions.ts";
import { simpleStatementRules, type LowerStatement } from "./simple-statements.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** What to do with nodes of one type. */
interface TypeRule {
  readonly type: string;
  /** For an anonymous token: the node that stands for all of them. */
  readonly token: SyntaxNode | null;
  readonly leaf: boolean;
  /** The parent still reads its children. */
  readonly keep: boolean;
  readonly expression: LowerExpression | undefined;
  readonly statement: LowerStatement | undefined;
}

const LEAVES: ReadonlySet<string> = new Set(["identifier", "integer", "float", "true", "false", "none", "ellipsis"]);
const NO_CHILDREN: SyntaxNode[] = [];

// By the grammar's type id, which is the same in both bindings; filled in as types are met.
const rules: (TypeRule | undefined)[] = [];

function ruleOf(cursor: SyntaxCursor): TypeRule {
  const type = cursor.nodeType;
  const named = cursor.nodeIsNamed;
  const token = named
    ? null
    : { type, named, start: -1, end: -1, children: NO_CHILDREN, expression: null, statement: null };
  return {
    type,
    token,
    leaf: LEAVES.has(type),
    keep: type === "expression_list" || type === "yield",
    expression: named ? expressionRules[type] : undefined,
    statement: named ? (simpleStatementRules[type] ?? compoundStatementRules[type]) : undefined,
  };
}

/**
 * The statements of a whole tree, in one pass of its cursor: children first, with a stack of its own, so that depth does not matter.
 * String literals are not descended into, but for f-strings.
 */
export function lowerTree(cursor: SyntaxCursor, context: Context): Statement[] {
  const { strings } = context.scan;
  const root: SyntaxNode = openNode(cursor, "module");
  if (!cursor.gotoFirstChild()) return [];
  const open: { readonly node: SyntaxNode; readonly rule: TypeRule }[] = [];
  let parent = root;
  for (;;) {
    const id = cursor.nodeTypeId;
    const rule = (rules[id] ??= ruleOf(cursor));
    if (rule.token !== null) parent.children.push(rule.token);
    else {
      const node = openNode(cursor, rule.type);
      const leaf = rule.leaf || (rule.type === "string" && strings.has(node.start));
      if (!leaf && cursor.gotoFirstChild()) {
        node.children = [];
        open.push({ node, rule });
        parent = node;
        continue;
      }
      parent.children.push(close(node, rule, context));
    }
    while (!cursor.gotoNextSibling()) {
      const done = open.pop();
      if (done === undefined)
        return root.children.flatMap((child) => (child.statement === null ? [] : [child.statement]));
      cursor.gotoParent();
      parent = open.at(-1)?.node ?? root;
      parent.children.push(close(done.node, done.rule, context));
    }
  }
}

function openNode(cursor: SyntaxCursor, type: string): SyntaxNode {
  const { startIndex: start, endIndex: end } = cursor;
  return {
    type,
    named: true,
    start,
    end,
    children: type === "module" ? [] : NO_CHILDREN,
    expression: null,
    statement: null,
  };
}

function close(node: SyntaxNode, rule: TypeRule, context: Context): SyntaxNode {
  if (rule.expression !== undefined) node.expression = rule.expression(node, context);
  else if (rule.statement !== undefined) node.statement = sound(rule.statement(node, context), context);
  else return node;
  if (!rule.keep) node.children = NO_CHILDREN;
  return node;
}

/** A statement whose own parts have a problem cannot be used; those of statements inside it have been taken by these. */
function sound(statement: Statement, context: Context): Statement {
  const problem = context.takeProblem();
  if (problem === null) return statement;
  const { start, end, leading, trailingComment, blankLinesBefore } = statement;
  return { kind: "Invalid", start, end, leading, trailingComment, blankLinesBefore, message: problem.message };
}
