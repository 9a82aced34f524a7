import type { Call, Expression, Keyword } from "../ast.ts";
import { EMPTY, trimmed } from "../kept-list.ts";
import type { Context } from "./context.ts";
import { checkName } from "./targets.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** CPython 2.7's limit for a call (`ast_for_call`); base classes have none. */
const MOST_ARGUMENTS = 255;

type Arguments = Pick<Call, "args" | "keywords" | "starargs" | "kwargs">;

export function lowerCall(node: SyntaxNode, context: Context): Call {
  const { start, end, children } = node;
  const func = context.expression(children[0], node);
  const list = children[1];
  if (list?.type === "argument_list") {
    if (list.children.length === 2)
      return { kind: "Call", start, end, func, args: EMPTY, keywords: EMPTY, starargs: null, kwargs: null };
    const { args, keywords, starargs, kwargs } = lowerArguments(list, context);
    if (args.length + keywords.length > MOST_ARGUMENTS)
      context.python2Refuses("a call with more than 255 arguments", node);
    return { kind: "Call", start, end, func, args, keywords, starargs, kwargs };
  }
  // A generator expression is its call's only argument, and shares its parentheses.
  const args = [context.expression(list, node)];
  return { kind: "Call", start, end, func, args, keywords: EMPTY, starargs: null, kwargs: null };
}

/** An `argument_list` node, of a call or of a class's bases. */
export function lowerArguments(node: SyntaxNode, context: Context): Arguments {
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  let starargs: Expression | null = null;
  let kwargs: Expression | null = null;
  if (node.children[1]?.type === ",") context.problem("unexpected ','", node);
  for (const child of node.children) {
    if (!child.named) continue;
    if (kwargs !== null && child.type === "keyword_argument")
      context.python3Only("a keyword after the argument with **", child);
    else if (kwargs !== null && child.type !== "dictionary_splat")
      context.problem("a positional argument follows one with **", child);
    if (child.type === "keyword_argument") {
      const [name, , value] = child.children;
      const { start, end } = child;
      const id = context.nameOf(name ?? child);
      checkName(id, child, context);
      if (keywords.some((keyword) => keyword.name === id)) context.problem(`the keyword '${id}' is given twice`, child);
      keywords.push({ start, end, name: id, value: context.expression(value, child) });
    } else if (child.type === "dictionary_splat") {
      if (kwargs !== null) context.problem("several ** arguments in one call cannot be read", child);
      kwargs = context.expression(child.children[1], child);
    } else {
      const starred = child.expression?.kind === "Starred" ? child.expression : null;
      if (starargs !== null) {
        context.python3Only("an argument after the one with *", child);
        args.push(asStarred(starargs));
      } else if (!starred && keywords.length > 0)
        context.problem("a positional argument follows a keyword argument", child);
      starargs = starred?.value ?? null;
      if (starred === null) {
        args.push(context.expression(child, node));
        context.addRun(args);
      }
      if (child.type === "generator_expression" && isBare(child, context)) {
        context.problem("a generator expression needs parentheses beside other arguments", child);
      }
    }
  }
  if ((starargs !== null || kwargs !== null) && node.children.at(-2)?.type === ",")
    context.python3Only("',' after a starred argument", node);
  return { args: trimmed(args), keywords: trimmed(keywords), starargs, kwargs };
}

function asStarred(value: Expression): Expression {
  return { kind: "Starred", start: value.start, end: value.end, value };
}

function isBare(node: SyntaxNode, context: Context): boolean {
  return context.text[node.start] !== "(";
}
