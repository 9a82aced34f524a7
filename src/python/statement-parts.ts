import type * as py from "./ast.ts";

/** The expressions that a statement evaluates itself, its suites aside, in source order. */
export function ownExpressions(node: py.Statement): readonly py.Expression[] {
  const some = (...list: readonly (py.Expression | null)[]): py.Expression[] => list.filter((e) => e !== null);
  switch (node.kind) {
    case "FunctionDef":
      return [...node.decorators, ...some(...[...node.params.positional, ...node.params.kwonly].map((p) => p.default))];
    case "ClassDef":
      return [...node.decorators, ...node.bases];
    case "Return":
      return some(node.value);
    case "Delete":
      return node.targets;
    case "Assign":
      return [node.value, ...node.targets];
    case "AugAssign":
      return [node.target, node.value];
    case "AnnAssign":
      return some(node.value, node.target);
    case "Print":
      return some(node.dest, ...node.values);
    case "For":
      return [node.iter, node.target];
    case "While":
    case "If":
      return [node.test];
    case "With":
      return node.items.flatMap((item) => some(item.context, item.target));
    case "Raise":
      return some(node.type, node.inst, node.tback, node.cause);
    case "Try":
      return node.handlers.flatMap((h) => some(h.type, h.target));
    case "Assert":
      return some(node.test, node.msg);
    case "Exec":
      return some(node.body, node.globals, node.locals);
    case "Expr":
      return [node.value];
    default:
      return [];
  }
}

/** The suites of a statement that run as part of it: not those of a function, but those of a class. */
export function suites(node: py.Statement): readonly py.Block[] {
  switch (node.kind) {
    case "For":
    case "While":
    case "If":
      return node.orelse ? [node.body, node.orelse] : [node.body];
    case "With":
    case "ClassDef":
      return [node.body];
    case "Try":
      return [
        node.body,
        ...node.handlers.map((h) => h.body),
        ...(node.orelse ? [node.orelse] : []),
        ...(node.finalbody ? [node.finalbody] : []),
      ];
    default:
      return [];
  }
}

/** Every statement of a block, nested ones too, in source order; those of functions inside are not part of it. */
export const statementsIn = (block: py.Block): readonly py.Statement[] =>
  block.body.flatMap((statement) => [statement, ...suites(statement).flatMap(statementsIn)]);

/** What the `return` statements of a function's body give; null for one without a value. */
export const returnedValues = (body: py.Block): readonly (py.Expression | null)[] =>
  statementsIn(body).flatMap((statement) => (statement.kind === "Return" ? [statement.value] : []));
