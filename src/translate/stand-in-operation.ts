import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";

/** An operator between two arguments of a library call, as if the program had written it: `operator.add(a, b)` is `a + b`. */
export function operation(
  context: Context,
  node: py.Expression,
  op: py.BinaryOperator | py.CompareOperator,
  left: py.Expression | undefined,
  right: py.Expression | undefined,
): ts.Expression {
  if (!left || !right) throw new Error("an operator has two operands");
  const { start, end } = node;
  const made: py.Expression = isComparison(op)
    ? { kind: "Compare", left, ops: [op], comparators: [right], start, end }
    : { kind: "BinOp", op, left, right, start, end };
  context.facts.record(made, context.typeOf(node));
  return expression(context, made);
}

const comparisons: ReadonlySet<string> = new Set("== != < <= > >= is in".split(" ").concat("is not", "not in"));

const isComparison = (op: py.BinaryOperator | py.CompareOperator): op is py.CompareOperator => comparisons.has(op);
