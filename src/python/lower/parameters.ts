import type { Expression, Name, Parameter, Parameters, Span } from "../ast.ts";
import { allParameters } from "../parameters.ts";
import { trimmed } from "../kept-list.ts";
import type { Context } from "./context.ts";
import { checkTarget } from "./targets.ts";
import { childAfter, type SyntaxNode } from "./syntax-node.ts";

/** A `parameters` or `lambda_parameters` node; null for a lambda without any. */
export function lowerParameters(node: SyntaxNode | null, at: Span, context: Context): Parameters {
  const positional: Parameter[] = [];
  const kwonly: Parameter[] = [];
  let vararg: Parameter | null = null;
  let kwarg: Parameter | null = null;
  let named = false;
  for (const child of node?.children ?? []) {
    if (!child.named) continue;
    if (child.type === "positional_separator") {
      context.python3Only("'/' among parameters", child);
      continue;
    }
    if (kwarg !== null) context.problem("no parameter may follow the one with **", child);
    if (child.type === "keyword_separator") {
      context.python3Only("'*' alone among parameters", child);
      named = true;
      continue;
    }
    const [stars, parameter] = lowerParameter(child, context);
    if (stars === 2) kwarg = parameter;
    else if (stars === 1) {
      if (named) context.problem("only one parameter may have *", child);
      vararg = parameter;
      named = true;
    } else if (named) {
      context.python3Only("a parameter after the one with *", child);
      kwonly.push(parameter);
    } else {
      if (parameter.default === null && positional.at(-1)?.default) {
        context.problem("a parameter without a default follows one with a default", child);
      }
      positional.push(parameter);
    }
  }
  const last = node?.children.at(node.type === "parameters" ? -2 : -1);
  if (node !== null && last?.type === "," && (vararg !== null || kwarg !== null))
    context.python3Only("',' after a starred parameter", node);
  const { start, end } = node ?? at;
  const parameters = { start, end, positional: trimmed(positional), vararg, kwonly: trimmed(kwonly), kwarg };
  checkNames(parameters, context);
  return parameters;
}

function lowerParameter(node: SyntaxNode, context: Context): [stars: 0 | 1 | 2, Parameter] {
  const { start, end } = node;
  const withDefault = node.type === "default_parameter" || node.type === "typed_default_parameter";
  const typed = node.type === "typed_parameter" || node.type === "typed_default_parameter";
  const subject = withDefault || typed ? node.children[0]! : node;
  const value = withDefault ? context.expression(childAfter(node, "="), node) : null;
  const annotation = typed ? context.expression(childAfter(node, ":"), node) : null;
  const stars = subject.type === "list_splat_pattern" ? 1 : subject.type === "dictionary_splat_pattern" ? 2 : 0;
  const operand = subject.expression?.kind === "Starred" ? subject.expression.value : null;
  const parenthesized = subject.type === "tuple_pattern" && subject.expression?.kind === "Name";
  if (withDefault && parenthesized) context.problem("a name in parentheses cannot have a default", node);
  const target = operand ?? context.expression(stars === 2 ? childAfter(subject, "**") : subject, subject);
  return [stars, { start, end, target: parameterTarget(target, context), default: value, annotation }];
}

/** A tuple parameter holds names and tuples, where a target may be anything that can be assigned to. Names are gathered. */
function parameterNames(target: Expression, names: Name[], context: Context): void {
  const waiting = [target];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (each.kind === "Tuple") waiting.push(...each.elts.toReversed());
    else if (each.kind === "Name") names.push(each);
    else context.problem("expected a parameter name", each);
  }
}

function checkNames(parameters: Parameters, context: Context): void {
  const all = allParameters(parameters);
  if (all.length === 1 && all[0]!.target.kind === "Name") return;
  const names: Name[] = [];
  for (const { target } of all) parameterNames(target, names, context);
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.id)) context.problem(`there are two parameters '${name.id}'`, name);
    seen.add(name.id);
  }
}

function parameterTarget(target: Expression, context: Context): Parameter["target"] {
  if (target.kind === "Name" || target.kind === "Tuple") {
    checkTarget(target, context);
    return target;
  }
  context.problem("expected a parameter name", target);
  return { kind: "Name", start: target.start, end: target.end, id: context.textOf(target) };
}
