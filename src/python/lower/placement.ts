import type { Expression, Span, Statement } from "../ast.ts";
import type { Context } from "./context.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** Statements and expressions that CPython's compiler refuses for where they stand. The tree above a node is not lowered yet, but known. */

const LOOPS: ReadonlySet<string> = new Set(["for_statement", "while_statement"]);
const SCOPES: ReadonlySet<string> = new Set(["module", "function_definition", "class_definition"]);

export function checkReturn(node: SyntaxNode, value: Expression | null, context: Context): void {
  const scope = scopeOf(node);
  if (scope?.type !== "function_definition") context.problem("'return' outside a function", node);
  else if (value !== null && !context.valueReturns.has(scope)) {
    // Not the node itself: all that stands around it would be kept.
    context.valueReturns.set(scope, { start: node.start, end: node.end });
  }
}

/** A loop's `else` is not in the loop; `continue` in a `finally` of it has been refused up to Python 3.7. */
export function checkLoopExit(node: SyntaxNode, word: "break" | "continue", context: Context): void {
  let inElse = false;
  let inFinally = false;
  for (let each = node.parent; each !== null && !SCOPES.has(each.type); each = each.parent) {
    if (LOOPS.has(each.type) && !inElse) {
      if (inFinally && word === "continue") context.python2Refuses("'continue' in a 'finally' clause", node);
      return;
    }
    inElse = each.type === "else_clause";
    inFinally ||= each.type === "finally_clause";
  }
  context.problem(`'${word}' outside a loop`, node);
}

/** Finds the function that a `yield` makes a generator. */
export function checkYield(node: SyntaxNode, context: Context): void {
  let from = node.type;
  for (let each = node.parent; each !== null; from = each.type, each = each.parent) {
    switch (each.type) {
      case "generator_expression":
      case "set_comprehension":
      case "dictionary_comprehension":
        // The first iterable is evaluated outside.
        if (from !== "for_in_clause") return;
        break;
      case "lambda":
        if (from !== "lambda_parameters") return;
        break;
      case "function_definition":
        if (from !== "block") break;
        context.generators.add(each);
        return;
      case "class_definition":
        if (from !== "block") break;
        context.problem("'yield' outside a function", node);
        return;
      case "module":
        context.problem("'yield' outside a function", node);
        return;
    }
  }
}

export function checkGenerator(node: SyntaxNode, context: Context): void {
  const returned: Span | undefined = context.valueReturns.get(node);
  if (returned !== undefined && context.generators.has(node)) {
    context.python2Refuses("'return' with a value in a generator", returned);
  }
  context.valueReturns.delete(node);
  context.generators.delete(node);
}

/** Marks the outermost function around a statement for `scopeProblem`: few have any that needs it. */
export function suspectScopes(node: SyntaxNode, context: Context): void {
  let outermost: SyntaxNode | null = null;
  for (let each = node.parent; each !== null; each = each.parent) {
    if (each.type === "function_definition") outermost = each;
  }
  if (outermost !== null) context.suspects.add(outermost);
}

/** Statements about names, by which a function may break the rules that `scopeProblem` knows. */
export function isAboutScopes(statement: Statement): boolean {
  switch (statement.kind) {
    case "Global":
      return true;
    case "Exec":
      return statement.globals === null;
    case "ImportFrom":
      return statement.names.some(({ name }) => name === "*");
    case "Delete":
      return statement.targets.some((target) => target.kind !== "Attribute" && target.kind !== "Subscript");
    default:
      return false;
  }
}

function scopeOf(node: SyntaxNode): SyntaxNode | null {
  let each = node.parent;
  while (each !== null && !SCOPES.has(each.type)) each = each.parent;
  return each;
}
