import { showsZeroSign } from "../analysis/zero-signs.ts";
import { binary, number, unary } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isNonNegative } from "./non-negative.ts";

/** `-x` of an int, for the place `node`: `0 - x` where a zero that has become -0 could be told from Python's 0. */
export function negated(context: Context, node: py.Expression, operand: ts.Expression): ts.Expression {
  return showsZeroSign(context.program, context.facts, node) ? binary("-", number(0), operand) : unary("-", operand);
}

/** The product of two ints, for the place `node`: `+ 0` where it may be 0 times a negative number and the sign could be seen. */
export function withoutSign(
  context: Context,
  node: py.Node,
  left: py.Expression | null,
  right: py.Expression | null,
  product: ts.Expression,
): ts.Expression {
  const isSafe =
    isPositive(left) ||
    isPositive(right) ||
    (isNonNegative(context, left) && isNonNegative(context, right)) ||
    (left?.kind === "Name" && right?.kind === "Name" && left.id === right.id) ||
    !showsZeroSign(context.program, context.facts, node);
  return isSafe ? product : binary("+", product, number(0));
}

const isPositive = (node: py.Expression | null): boolean =>
  node?.kind === "Num" && node.number.type !== "imag" && Number(node.number.value) > 0;
