import type {
  Block,
  ClassDef,
  Comment,
  ExceptHandler,
  Expression,
  FunctionDef,
  If,
  Statement,
  Try,
  With,
} from "../ast.ts";
import { EMPTY } from "../kept-list.ts";
import { lowerArguments } from "./calls.ts";
import type { Context } from "./context.ts";
import { lowerParameters } from "./parameters.ts";
import { checkGenerator } from "./placement.ts";
import { scopeProblem } from "./scope-rules.ts";
import { frame, type LowerStatement } from "./simple-statements.ts";
import { checkName, lowerTarget } from "./targets.ts";
import { childAfter, childOf, hasToken, namedChildren, type SyntaxNode } from "./syntax-node.ts";

/** The node types of the grammar that are compound statements. */
export const compoundStatementRules: Readonly<Record<string, LowerStatement>> = {
  if_statement: ifStatement,
  while_statement: (node, context) => ({
    kind: "While",
    ...frame(node, context),
    test: context.expression(node.children[1], node),
    body: body(node, context),
    orelse: elseBlock(node, context),
  }),
  for_statement: (node, context) => ({
    kind: "For",
    ...frame(node, context),
    target: lowerTarget(childAfter(node, "for"), node, context),
    iter: context.expression(childAfter(node, "in"), node),
    body: body(node, context),
    orelse: elseBlock(node, context),
  }),
  try_statement: tryStatement,
  with_statement: withStatement,
  function_definition: functionDefinition,
  class_definition: classDefinition,
  decorated_definition: decoratedDefinition,
};

function body(node: SyntaxNode, context: Context): Block {
  return context.block(childOf(node, "block"), node);
}

/** The block of a clause that has no node of its own; comments at its header go to its first statement. */
function clauseBlock(clause: SyntaxNode, context: Context): Block {
  const block = body(clause, context);
  const [first, ...rest] = block.body;
  const { leading, trailingComment } = context.remarksOf(clause.start);
  const comments: Comment[] = trailingComment === null ? [...leading] : [...leading, trailingComment];
  if (first === undefined || comments.length === 0) return block;
  return { ...block, body: [{ ...first, leading: [...comments, ...first.leading] }, ...rest] };
}

function elseBlock(node: SyntaxNode, context: Context): Block | null {
  const clause = childOf(node, "else_clause");
  return clause === null ? null : clauseBlock(clause, context);
}

/** Each `elif` is an `If` in the one before; built from the last, so that no length of chain matters. */
function ifStatement(node: SyntaxNode, context: Context): If {
  let orelse = elseBlock(node, context);
  if (node.children.length < 5) return branch(node, orelse, false, context);
  const clauses = node.children.filter((child) => child.type === "elif_clause");
  for (const clause of clauses.reverse()) {
    const { start } = clause;
    const elif = branch({ ...clause, end: node.end }, orelse, true, context);
    orelse = { start, end: node.end, body: [elif], trailing: EMPTY };
  }
  return branch(node, orelse, false, context);
}

function branch(node: SyntaxNode, orelse: Block | null, elif: boolean, context: Context): If {
  const { start, end } = node;
  const { leading, trailingComment, blankLinesBefore } = context.remarksOf(start);
  const test = context.expression(node.children[1], node);
  const block = body(node, context);
  return { kind: "If", start, end, leading, trailingComment, blankLinesBefore, test, body: block, orelse, elif };
}

function tryStatement(node: SyntaxNode, context: Context): Try {
  const handlers = node.children
    .filter((child) => child.type === "except_clause")
    .map((clause) => handler(clause, context));
  const last = childOf(node, "finally_clause");
  const orelse = elseBlock(node, context);
  if (handlers.length === 0 && last === null) context.problem("expected except or finally after try", node);
  if (handlers.length === 0 && orelse !== null) context.problem("else needs an except before it", node);
  const bare = handlers.findIndex((each) => each.type === null);
  if (bare >= 0 && bare < handlers.length - 1)
    context.problem("an except without a type must be the last", handlers[bare]!);
  return {
    kind: "Try",
    ...frame(node, context),
    body: body(node, context),
    handlers,
    orelse,
    finalbody: last === null ? null : clauseBlock(last, context),
  };
}

function handler(node: SyntaxNode, context: Context): ExceptHandler {
  const { start, end, leading, trailingComment } = frame(node, context);
  const operands = namedChildren(node).filter((child) => child.type !== "block");
  const [first, second, ...rest] = operands.flatMap((operand) => unalias(operand, context));
  if (hasToken(node, "*") || rest.length > 0) context.problem("expected one exception type and one target", node);
  return {
    start,
    end,
    leading,
    trailingComment,
    type: first ? context.expression(first, node) : null,
    target: second ? lowerTarget(second, node, context) : null,
    body: body(node, context),
  };
}

/** The two sides of `a as b`; anything else alone. `a if b else c as d` comes as `a if b else (c as d)`. */
function unalias(node: SyntaxNode, context: Context): SyntaxNode[] {
  if (node.type === "as_pattern") return namedChildren(node);
  const alias = context.aliases.get(node.end);
  if (alias === undefined || node.expression === null) return [node];
  return [{ ...node, expression: { ...node.expression, end: alias.value.end } }, alias.target];
}

function withStatement(node: SyntaxNode, context: Context): With {
  const clause = childOf(node, "with_clause") ?? node;
  const items: With["items"] = clause.children
    .filter((child) => child.type === "with_item")
    .map((item) => {
      const [value, target] = namedChildren(item).flatMap((part) => unalias(part, context));
      return { context: context.expression(value, item), target: target ? lowerTarget(target, item, context) : null };
    });
  context.severalManagers ||= items.length > 2;
  return {
    kind: "With",
    ...frame(node, context),
    items: withoutParentheses(clause, items, context),
    body: body(node, context),
  };
}

/** `with (a, b):` enters a tuple; Python 3 enters both where it says `(a as b, c as d)`, which Python 2 refuses. */
function withoutParentheses(clause: SyntaxNode, items: With["items"], context: Context): With["items"] {
  if (!hasToken(clause, "(")) {
    if (clause.children.at(-1)?.type === ",") context.problem("expected something after ','", clause);
    return items;
  }
  if (items.some((item) => item.target !== null)) {
    context.python3Only("'as' inside with (…)", clause);
    return items;
  }
  const elts = items.map((item) => item.context);
  if (elts.length === 1 && !hasToken(clause, ",")) return items;
  return [{ context: { kind: "Tuple", start: clause.start, end: clause.end, elts }, target: null }];
}

/** Python 2.7 has a name with dots there, and arguments in parentheses. */
function checkDecorator(decorator: Expression, parenthesized: boolean, context: Context): void {
  let name = decorator.kind === "Call" ? decorator.func : decorator;
  while (name.kind === "Attribute") name = name.value;
  if (name.kind !== "Name" || parenthesized)
    context.python2Refuses("a decorator other than a name or a call of it", decorator);
}

function functionDefinition(node: SyntaxNode, context: Context): FunctionDef {
  const named = childOf(node, "identifier") ?? node;
  const name = context.nameOf(named);
  const returns = childAfter(node, "->");
  checkName(name, named, context);
  checkGenerator(node, context);
  const definition: FunctionDef = {
    kind: "FunctionDef",
    ...frame(node, context),
    name,
    params: lowerParameters(childOf(node, "parameters"), node, context),
    body: body(node, context),
    decorators: EMPTY,
    returns: returns === null ? null : context.expression(returns, node),
    async: hasToken(node, "async"),
  };
  const problem = context.suspects.has(node) ? scopeProblem(definition, context.scan.dialect === "python2") : null;
  if (problem !== null) context.problem(problem.message, problem.span);
  return definition;
}

function classDefinition(node: SyntaxNode, context: Context): ClassDef {
  const named = childOf(node, "identifier") ?? node;
  const name = context.nameOf(named);
  const list = childOf(node, "argument_list");
  checkName(name, named, context);
  const { args, keywords, starargs, kwargs } =
    list === null ? { args: EMPTY, keywords: EMPTY, starargs: null, kwargs: null } : lowerArguments(list, context);
  if (keywords.length > 0) context.python3Only("a keyword among base classes", list ?? node);
  if (starargs !== null || kwargs !== null) context.problem("starred base classes cannot be read", list ?? node);
  return {
    kind: "ClassDef",
    ...frame(node, context),
    name,
    bases: args,
    keywords,
    body: body(node, context),
    decorators: EMPTY,
  };
}

/** The definition under its decorators; comments between them lead it too. */
function decoratedDefinition(node: SyntaxNode, context: Context): Statement {
  const { start, leading, blankLinesBefore } = frame(node, context);
  const parts = node.children;
  const definition = parts.at(-1)?.statement;
  if (definition?.kind !== "FunctionDef" && definition?.kind !== "ClassDef") {
    const message =
      definition?.kind === "Invalid" ? definition.message : "expected a function or class after its decorators";
    if (definition?.kind !== "Invalid") context.problem(message, node);
    return { kind: "Invalid", ...frame(node, context), message };
  }
  const decorators: Expression[] = [];
  const comments: Comment[] = [...leading];
  for (const part of parts.slice(0, -1)) {
    const decorator = context.expression(part.children[1], part);
    checkDecorator(decorator, part.children[1]?.type === "parenthesized_expression", context);
    decorators.push(decorator);
    const remarks = context.remarksOf(part.start);
    if (part.start !== start) comments.push(...remarks.leading);
    if (remarks.trailingComment !== null) comments.push(remarks.trailingComment);
  }
  return { ...definition, start, decorators, leading: [...comments, ...definition.leading], blankLinesBefore };
}
