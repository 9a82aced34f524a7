import type { Alias, BinaryOperator, Delete, Exec, Expression, Print, Raise, Statement } from "../ast.ts";
import { trimmed } from "../kept-list.ts";
import type { Context } from "./context.ts";
import { checkLoopExit, checkReturn } from "./placement.ts";
import { checkName, checkTarget, lowerTarget } from "./targets.ts";
import { childAfter, childOf, hasToken, namedChildren, type SyntaxNode } from "./syntax-node.ts";

export type LowerStatement = (node: SyntaxNode, context: Context) => Statement;

/** The node types of the grammar that are simple statements. */
export const simpleStatementRules: Readonly<Record<string, LowerStatement>> = {
  expression_statement: expressionStatement,
  return_statement: returnStatement,
  delete_statement: (node, context) => (context.scan.execs.has(node.start) ? exec(node, context) : del(node, context)),
  raise_statement: raise,
  pass_statement: (node, context) => ({ kind: "Pass", ...frame(node, context) }),
  break_statement: (node, context) => {
    checkLoopExit(node, "break", context);
    return { kind: "Break", ...frame(node, context) };
  },
  continue_statement: (node, context) => {
    checkLoopExit(node, "continue", context);
    return { kind: "Continue", ...frame(node, context) };
  },
  global_statement: (node, context) => ({ kind: "Global", ...frame(node, context), names: names(node, context) }),
  nonlocal_statement: (node, context) => ({ kind: "Nonlocal", ...frame(node, context), names: names(node, context) }),
  assert_statement: assert,
  import_statement: (node, context) => ({ kind: "Import", ...frame(node, context), names: aliases(node, context) }),
  import_from_statement: importFrom,
  future_import_statement: (node, context) => ({
    kind: "ImportFrom",
    ...frame(node, context),
    module: "__future__",
    names: aliases(node, context),
    level: 0,
  }),
};

/** The fields all statements have. */
export function frame({ start, end }: SyntaxNode, context: Context) {
  const { leading, trailingComment, blankLinesBefore } = context.remarksOf(start);
  return { start, end, leading, trailingComment, blankLinesBefore };
}

function returnStatement(node: SyntaxNode, context: Context): Statement {
  const { start, end, children } = node;
  const { leading, trailingComment, blankLinesBefore } = context.remarksOf(start);
  const value = children.length < 2 ? null : context.expression(children[1], node);
  checkReturn(node, value, context);
  return { kind: "Return", start, end, leading, trailingComment, blankLinesBefore, value };
}

/** The expressions of `a, b` without parentheses, or of the one that stands there. */
function listed(node: SyntaxNode | undefined, within: SyntaxNode, context: Context): readonly Expression[] {
  if (node === undefined) return [];
  const expression = context.expression(node, within);
  return node.type === "expression_list" && expression.kind === "Tuple" ? expression.elts : [expression];
}

function expressionStatement(node: SyntaxNode, context: Context): Statement {
  const message = context.invalid.get(node.start);
  if (message !== undefined) return { kind: "Invalid", ...frame(node, context), message };
  const { start, end, children } = node;
  const first = children[0];
  if (first?.type === "yield" && context.scan.prints.has(start)) return print(node, first, context);
  if (first?.type === "assignment") return assignment(node, first, context);
  if (first?.type === "augmented_assignment") return augmentedAssignment(node, first, context);
  const value: Expression =
    children.length === 1
      ? context.expression(first, node)
      : { kind: "Tuple", start, end, elts: context.expressions(node) };
  // Spreading `frame` is much slower, which shows where there are most statements.
  const { leading, trailingComment, blankLinesBefore } = context.remarksOf(start);
  return { kind: "Expr", start, end, leading, trailingComment, blankLinesBefore, value };
}

/** The skeleton has `print` as `yield`, and blanks for `>>`. */
function print(node: SyntaxNode, operands: SyntaxNode, context: Context): Print {
  const list = operands.children.find((child) => child.named);
  const values = listed(list, operands, context);
  const chevron = context.scan.chevrons.has(node.start);
  const comma = list?.type === "expression_list" && list.children.at(-1)?.type === ",";
  if (values.some((value) => value.kind === "Starred") || hasToken(operands, "from")) {
    context.problem("expected an expression after print", node);
  }
  if (chevron && values.length === 0) context.problem("expected a file after '>>'", node);
  if (chevron && values.length === 1 && comma) context.problem("expected an expression after ','", node);
  return {
    kind: "Print",
    ...frame(node, context),
    dest: chevron ? (values[0] ?? null) : null,
    values: chevron ? values.slice(1) : values,
    newline: !comma,
  };
}

function assignment(node: SyntaxNode, first: SyntaxNode, context: Context): Statement {
  if (first.children[1]?.type === ":") {
    const value = childAfter(first, "=");
    return {
      kind: "AnnAssign",
      ...frame(node, context),
      target: lowerTarget(first.children[0], node, context, true),
      annotation: context.expression(first.children[2], node),
      value: value === null ? null : context.expression(value, node),
    };
  }
  const targets: Expression[] = [];
  let each: SyntaxNode | undefined = first;
  while (each?.type === "assignment") {
    // `a = b: c`, which the grammar takes, and no Python does.
    if (each.children[1]?.type === ":") context.problem("unexpected ':'", each);
    targets.push(lowerTarget(each.children[0], node, context));
    each = each.children[2];
  }
  const { start, end } = node;
  const { leading, trailingComment, blankLinesBefore } = context.remarksOf(start);
  const value = context.expression(each, node);
  return { kind: "Assign", start, end, leading, trailingComment, blankLinesBefore, targets: trimmed(targets), value };
}

function augmentedAssignment(node: SyntaxNode, first: SyntaxNode, context: Context): Statement {
  const [target, operator, value] = first.children;
  if (operator!.type === "@=") context.python3Only("the operator '@='", node);
  return {
    kind: "AugAssign",
    ...frame(node, context),
    target: lowerTarget(target, node, context, true),
    op: operator!.type.slice(0, -1) as BinaryOperator,
    value: context.expression(value, node),
  };
}

function del(node: SyntaxNode, context: Context): Delete {
  const targets = listed(namedChildren(node)[0], node, context);
  for (const target of targets) {
    // CPython 2.7 compiles `del None` and `del x.None`.
    if (target.kind !== "Name" && target.kind !== "Attribute") checkTarget(target, context);
  }
  return { kind: "Delete", ...frame(node, context), targets };
}

/** What CPython's grammar (`expr`) does not have after `exec`. */
const NO_CODE: ReadonlySet<string> = new Set(
  "conditional_expression lambda not_operator boolean_operator comparison_operator yield".split(" "),
);

/**
 * The skeleton has `exec a in b, c` as `del a , b, c`. As in CPython 2.7.9 and later, `exec (a, b, c)` means the same, but
 * `exec (a, b) in c` executes a tuple.
 */
function exec(node: SyntaxNode, context: Context): Exec {
  const list = namedChildren(node)[0];
  const operands = listed(list, node, context);
  const [first] = operands;
  const code = list?.type === "expression_list" ? list.children[0] : list;
  if (code !== undefined && NO_CODE.has(code.type)) context.problem("the code to execute needs parentheses here", code);
  const tuple =
    operands.length === 1 && first?.kind === "Tuple" && (first.elts.length === 2 || first.elts.length === 3);
  const [body, globals, locals, ...rest] = tuple ? first.elts : operands;
  if (!tuple && globals && !/\bin\b/.test(context.text.slice(body!.end, globals.start))) {
    context.problem("expected 'in' after the code to execute", globals);
  }
  if (rest.length > 0) context.problem("exec takes at most globals and locals", node);
  return {
    kind: "Exec",
    ...frame(node, context),
    body: body ?? context.invalidExpression("expected an expression after exec", node),
    globals: globals ?? null,
    locals: locals ?? null,
  };
}

function raise(node: SyntaxNode, context: Context): Raise {
  const cause = childAfter(node, "from");
  const operands = namedChildren(node).filter((child) => child !== cause);
  const [type, inst, tback, ...rest] = listed(operands[0], node, context);
  if (rest.length > 0) context.problem("raise takes at most a type, a value and a traceback", node);
  return {
    kind: "Raise",
    ...frame(node, context),
    type: type ?? null,
    inst: inst ?? null,
    tback: tback ?? null,
    cause: cause === null ? null : context.expression(cause, node),
  };
}

function assert(node: SyntaxNode, context: Context): Statement {
  const [test, msg, ...rest] = namedChildren(node).map((child) => context.expression(child, node));
  if (rest.length > 0) context.problem("assert takes a test and a message", node);
  return {
    kind: "Assert",
    ...frame(node, context),
    test: test ?? context.invalidExpression("expected an expression after assert", node),
    msg: msg ?? null,
  };
}

function names(node: SyntaxNode, context: Context): string[] {
  return namedChildren(node).map((child) => context.nameOf(child));
}

function dotted(node: SyntaxNode, context: Context): string {
  return namedChildren(node)
    .map((child) => context.nameOf(child, true))
    .join(".");
}

function aliases(node: SyntaxNode, context: Context, skip?: SyntaxNode): readonly Alias[] {
  const result: Alias[] = [];
  for (const child of node.children) {
    const { start, end } = child;
    if (child === skip) continue;
    if (child.type === "wildcard_import") result.push({ start, end, name: "*", asname: null });
    else if (child.type === "dotted_name") {
      const name = dotted(child, context);
      if (skip !== undefined && name.includes(".")) context.problem("unexpected '.' in an imported name", child);
      result.push({ start, end, name, asname: null });
    } else if (child.type === "aliased_import") {
      const [name, , asname] = child.children;
      result.push({ start, end, name: dotted(name ?? child, context), asname: asname ? context.nameOf(asname) : null });
    }
    const { name, asname } = result.at(-1) ?? { name: "", asname: null };
    checkName(asname ?? name, child, context);
  }
  return trimmed(result);
}

function importFrom(node: SyntaxNode, context: Context): Statement {
  const module = node.children[1];
  const relative = module?.type === "relative_import";
  const prefix = relative ? childOf(module, "import_prefix") : null;
  const name = relative ? childOf(module, "dotted_name") : module;
  return {
    kind: "ImportFrom",
    ...frame(node, context),
    module: name ? dotted(name, context) : "",
    names: aliases(node, context, module),
    level: prefix === null ? 0 : context.textOf(prefix).replace(/[^.]/g, "").length,
  };
}
