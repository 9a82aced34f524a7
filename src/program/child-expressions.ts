import type * as py from "../python/ast.ts";
import { sliceExpressions } from "../python/walk.ts";

/** The expressions directly inside an expression, scopes and names aside. */
export function childExpressions(e: py.Expression): readonly py.Expression[] {
  switch (e.kind) {
    case "BoolOp":
      return e.values;
    case "BinOp":
      return [e.left, e.right];
    case "UnaryOp":
      return [e.operand];
    case "Compare":
      return [e.left, ...e.comparators];
    case "IfExp":
      return [e.test, e.body, e.orelse];
    case "Dict":
      return e.items.flatMap(({ key, value }) => (key ? [key, value] : [value]));
    case "Set":
    case "List":
    case "Tuple":
      return e.elts;
    case "Starred":
    case "Repr":
    case "Await":
    case "Attribute":
      return [e.value];
    case "Call":
      return [
        e.func,
        ...e.args,
        ...e.keywords.map((k) => k.value),
        ...(e.starargs ? [e.starargs] : []),
        ...(e.kwargs ? [e.kwargs] : []),
      ];
    case "Subscript":
      return [e.value, ...sliceExpressions(e.slice)];
    case "JoinedStr":
      return e.parts.flatMap((p) => (typeof p === "string" ? [] : p.format ? [p.value, p.format] : [p.value]));
    default:
      return [];
  }
}
