import type { BinaryOperator, CompareOperator, Dict, Expression, List, Name, Slice, Tuple, UnaryOp } from "../ast.ts";
import { trimmed } from "../kept-list.ts";
import { lowerCall } from "./calls.ts";
import { lowerGenerators } from "./comprehensions.ts";
import type { Context } from "./context.ts";
import { lowerNumber } from "./literals.ts";
import { checkYield } from "./placement.ts";
import { lowerParameters } from "./parameters.ts";
import { lowerConcatenation, lowerString } from "./strings.ts";
import { childAfter, childOf, hasToken, namedChildren, type SyntaxNode } from "./syntax-node.ts";

export type LowerExpression = (node: SyntaxNode, context: Context) => Expression;

/** The node types of the grammar that are expressions by themselves. All others are statements, or parts that a parent reads. */
export const expressionRules: Readonly<Record<string, LowerExpression>> = {
  identifier: name,
  true: name,
  false: name,
  none: name,
  ellipsis,
  integer: lowerNumber,
  float: lowerNumber,
  string: lowerString,
  concatenated_string: lowerConcatenation,
  parenthesized_expression: parenthesized,
  tuple: parenthesized,
  tuple_pattern: parenthesized,
  expression_list: sequence,
  pattern_list: sequence,
  list,
  list_pattern: list,
  set: (node, context) => ({ kind: "Set", start: node.start, end: node.end, elts: context.expressions(node) }),
  dictionary,
  list_comprehension: (node, context) => comprehension("ListComp", node, context),
  set_comprehension: (node, context) => comprehension("SetComp", node, context),
  generator_expression: (node, context) => comprehension("GeneratorExp", node, context),
  dictionary_comprehension: dictionaryComprehension,
  boolean_operator: booleanOperator,
  binary_operator: binaryOperator,
  unary_operator: unaryOperator,
  not_operator: unaryOperator,
  comparison_operator: comparison,
  conditional_expression: conditional,
  lambda,
  call: lowerCall,
  attribute,
  subscript,
  yield: lowerYield,
  await: (node, context) => ({
    kind: "Await",
    start: node.start,
    end: node.end,
    value: context.expression(node.children[1], node),
  }),
  list_splat: starred,
  list_splat_pattern: starred,
  as_pattern: alias,
  as_pattern_target: only,
  type: only,
  generic_type: genericType,
  union_type: binaryOperator,
  member_type: attribute,
};

/** A name, or what the skeleton has a name for: a string literal, names joined by dots, or text that is left out. */
function name(node: SyntaxNode, context: Context): Expression {
  const { start, end } = node;
  if (context.isString(end))
    return context.isLeftOut(start) ? { kind: "Name", start, end, id: "" } : lowerString(node, context);
  const id = context.text.slice(start, end);
  const dot = id.indexOf(".");
  return dot < 0 ? { kind: "Name", start, end, id: context.intern(id) } : attributes(start, id, dot, context);
}

/** `a.b.c` without white space, where the first dot is at `dot`. */
function attributes(start: number, text: string, dot: number, context: Context): Expression {
  let value: Expression = { kind: "Name", start, end: start + dot, id: context.intern(text.slice(0, dot)) };
  for (let at = dot; at >= 0;) {
    const next = text.indexOf(".", at + 1);
    const end = next < 0 ? text.length : next;
    value = { kind: "Attribute", start, end: start + end, value, attr: context.intern(text.slice(at + 1, end)) };
    at = next;
  }
  return value;
}

/** Outside subscripts, where `lowerSlice` reads it. */
function ellipsis({ start, end }: SyntaxNode): Name {
  return { kind: "Name", start, end, id: "Ellipsis" };
}

/** `(a)`, `(a, b)`, `()`, or backticks, which the skeleton has as parentheses. */
function parenthesized(node: SyntaxNode, context: Context): Expression {
  const { start, end } = node;
  const inner = node.type === "parenthesized_expression" ? context.expression(node.children[1], node) : null;
  const elts = inner === null ? context.expressions(node) : [inner];
  // `(a)` as a target is a tuple of one for the grammar.
  const only = inner ?? (elts.length === 1 && !hasToken(node, ",") ? elts[0]! : null);
  if (inner === null && only?.kind === "Starred") context.problem("unexpected '*'", node);
  if (!context.scan.backticks.has(start)) return only ?? { kind: "Tuple", start, end, elts };
  if (elts.length === 0 || node.children.at(-2)?.type === ",")
    context.problem("expected an expression before '`'", node);
  return { kind: "Repr", start, end, value: only ?? { kind: "Tuple", start: start + 1, end: end - 1, elts } };
}

function sequence(node: SyntaxNode, context: Context): Tuple {
  return { kind: "Tuple", start: node.start, end: node.end, elts: context.expressions(node) };
}

function list(node: SyntaxNode, context: Context): List {
  return { kind: "List", start: node.start, end: node.end, elts: context.expressions(node) };
}

/** `a as b`, which the grammar takes anywhere and Python in two places. */
function alias(node: SyntaxNode, context: Context): Expression {
  const [value, target] = namedChildren(node);
  let above = node.parent;
  while (above?.type === "conditional_expression" || above?.type === "lambda") above = above.parent;
  if (above?.type !== "with_item" && above?.type !== "except_clause") context.problem("unexpected 'as'", node);
  else if (above !== node.parent && value && target) context.aliases.set(node.end, { value, target });
  return context.expression(value, node);
}

function starred(node: SyntaxNode, context: Context): Expression {
  return { kind: "Starred", start: node.start, end: node.end, value: context.expression(node.children[1], node) };
}

function only(node: SyntaxNode, context: Context): Expression {
  return context.expression(node.children[0], node);
}

function dictionary(node: SyntaxNode, context: Context): Expression {
  if (node.children[1]?.type === ",") context.problem("unexpected ','", node);
  const items: Dict["items"] = namedChildren(node).map((item) => {
    if (item.type === "pair") return pair(item, context);
    context.python3Only("'**' in a dictionary", item);
    return { key: null, value: context.expression(item.children[1], item) };
  });
  return { kind: "Dict", start: node.start, end: node.end, items };
}

function pair(node: SyntaxNode, context: Context): { key: Expression; value: Expression } {
  return { key: context.expression(node.children[0], node), value: context.expression(node.children[2], node) };
}

function comprehension(kind: "ListComp" | "SetComp" | "GeneratorExp", node: SyntaxNode, context: Context): Expression {
  const elt = context.expression(node.children[1], node);
  if (context.scan.backticks.has(node.start))
    context.problem("a generator expression in backticks needs parentheses", node);
  return { kind, start: node.start, end: node.end, elt, generators: lowerGenerators(node, context) };
}

function dictionaryComprehension(node: SyntaxNode, context: Context): Expression {
  const item = childOf(node, "pair") ?? node;
  const generators = lowerGenerators(node, context);
  return { kind: "DictComp", start: node.start, end: node.end, ...pair(item, context), generators };
}

/** `a and b and c` comes as `(a and b) and c`; parentheses in the text keep such nodes apart. */
function booleanOperator(node: SyntaxNode, context: Context): Expression {
  const [leftNode, operator, rightNode] = node.children;
  const op = operator?.type === "or" ? "or" : "and";
  const left = context.expression(leftNode, node);
  const right = context.expression(rightNode, node);
  const { start, end } = node;
  if (leftNode?.type === "lambda" || rightNode?.type === "lambda")
    context.problem(`a lambda beside '${op}' needs parentheses`, node);
  if (leftNode?.type !== "boolean_operator" || left.kind !== "BoolOp" || left.op !== op) {
    return { kind: "BoolOp", start, end, op, values: [left, right] };
  }
  // Copying the values at each operator would make a long chain quadratic; nobody else has this node yet.
  const values = left.values as Expression[];
  values.push(right);
  return { kind: "BoolOp", start, end, op, values };
}

/** The skeleton has `&` and `^` exchanged, because the grammar has their precedences exchanged. */
const EXCHANGED: Readonly<Record<string, BinaryOperator>> = { "&": "^", "^": "&" };

function binaryOperator(node: SyntaxNode, context: Context): Expression {
  const [left, operator, right] = node.children;
  if (operator!.type === "@") context.python3Only("the operator '@'", node);
  const op = EXCHANGED[operator!.type] ?? (operator!.type as BinaryOperator);
  return {
    kind: "BinOp",
    start: node.start,
    end: node.end,
    op,
    left: context.expression(left, node),
    right: context.expression(right, node),
  };
}

function unaryOperator(node: SyntaxNode, context: Context): Expression {
  const [operator, operandNode] = node.children;
  const op = operator!.type as UnaryOp["op"];
  let operand = context.expression(operandNode, node);
  if (operandNode?.type === "lambda") context.problem("a lambda after 'not' needs parentheses", node);
  // CPython 2.7 folds the sign into the literal, which makes the smallest int an int.
  if (op === "-" && operandNode?.type === "integer" && operand.kind === "Num" && operand.number.value === 2n ** 63n) {
    if (!/[lL]$/.test(context.textOf(operand))) operand = { ...operand, number: { type: "int", value: 2n ** 63n } };
  }
  return { kind: "UnaryOp", start: node.start, end: node.end, op, operand };
}

function comparison(node: SyntaxNode, context: Context): Expression {
  const { start, end, children } = node;
  const ops: CompareOperator[] = [];
  const comparators: Expression[] = [];
  for (let at = 1; at + 1 < children.length; at += 2) {
    const { type } = children[at]!;
    ops.push(type === "<>" ? "!=" : (type as CompareOperator));
    comparators.push(context.expression(children[at + 1], node));
  }
  const left = context.expression(children[0], node);
  return { kind: "Compare", start, end, left, ops: trimmed(ops), comparators: trimmed(comparators) };
}

function conditional(node: SyntaxNode, context: Context): Expression {
  const [body, test, orelse] = namedChildren(node);
  return {
    kind: "IfExp",
    start: node.start,
    end: node.end,
    test: context.expression(test, node),
    body: context.expression(body, node),
    orelse: context.expression(orelse, node),
  };
}

function lambda(node: SyntaxNode, context: Context): Expression {
  const params = lowerParameters(childOf(node, "lambda_parameters"), node, context);
  return {
    kind: "Lambda",
    start: node.start,
    end: node.end,
    params,
    body: context.expression(childAfter(node, ":"), node),
  };
}

function attribute(node: SyntaxNode, context: Context): Expression {
  const { children, start, end } = node;
  const attr = children[2] ?? node;
  return {
    kind: "Attribute",
    start,
    end,
    value: context.expression(children[0], node),
    attr: context.nameOf(attr),
  };
}

function subscript(node: SyntaxNode, context: Context): Expression {
  const { start, end, children } = node;
  const value = context.expression(children[0], node);
  // `x[i]`, which most are.
  const slice =
    children.length === 4
      ? lowerSlice(children[2]!, context)
      : lowerSlices(namedChildren(node).slice(1), hasToken(node, ","), node, context);
  return { kind: "Subscript", start, end, value, slice };
}

/** As CPython: one subscript is itself, several expressions an index by a tuple, and with a slice or `...` among them extended. */
function lowerSlices(nodes: SyntaxNode[], comma: boolean, within: SyntaxNode, context: Context): Slice {
  const dims = nodes.map((node) => lowerSlice(node, context));
  if (dims.length === 1 && !comma) return dims[0]!;
  const elts = dims.flatMap((dim) => (dim.type === "index" ? [dim.value] : []));
  if (elts.length < dims.length) return { type: "extended", dims };
  const { start } = nodes[0] ?? within;
  return { type: "index", value: { kind: "Tuple", start, end: nodes.at(-1)?.end ?? within.end, elts } };
}

function lowerSlice(node: SyntaxNode, context: Context): Slice {
  if (node.type === "ellipsis") return { type: "ellipsis" };
  if (node.type !== "slice") return { type: "index", value: context.expression(node, node) };
  const parts: (Expression | null)[] = [null];
  for (const child of node.children) {
    if (child.named) parts[parts.length - 1] = context.expression(child, node);
    else parts.push(null);
  }
  const [lower = null, upper = null, step = null] = parts;
  // `x[a:b:]` has a step, None, in CPython 2.7's tree too: it asks for __getitem__ where `x[a:b]` asks for __getslice__.
  const none: Name = { kind: "Name", start: node.end, end: node.end, id: "None" };
  return { type: "slice", lower, upper, step: parts.length > 2 ? (step ?? none) : null };
}

function lowerYield(node: SyntaxNode, context: Context): Expression {
  const value = node.children.find((child) => child.named);
  const from = hasToken(node, "from");
  const { start, end } = node;
  if (!context.scan.prints.has(start)) checkYield(node, context);
  return { kind: "Yield", start, end, value: value === undefined ? null : context.expression(value, node), from };
}

function genericType(node: SyntaxNode, context: Context): Expression {
  const [value, parameters] = node.children;
  const types = parameters === undefined ? [] : namedChildren(parameters);
  return {
    kind: "Subscript",
    start: node.start,
    end: node.end,
    value: context.expression(value, node),
    slice: lowerSlices(types, types.length > 1, node, context),
  };
}
