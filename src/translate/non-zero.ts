import { only } from "../analysis/kinds.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { isAskedOf } from "../analysis/asked-before.ts";
import type { Context } from "./context.ts";
import { hasItem } from "./sure-length.ts";

/** What is known of an int: it is not 0, or it is above 0. */
type Sign = "non-zero" | "positive";

/** An int is certainly not 0: a literal, the length of a list that has an item, or a variable that a test says so of. */
export const isNonZero = (context: Context, e: py.Expression | null): boolean => isSo(context, e, "non-zero");

/** An int is certainly above 0. */
export const isPositive = (context: Context, e: py.Expression | null): boolean => isSo(context, e, "positive");

function isSo(context: Context, e: py.Expression | null, sign: Sign): boolean {
  switch (e?.kind) {
    case "Num":
      return e.number.type !== "imag" && Number(e.number.value) > 0;
    case "UnaryOp":
      return sign === "non-zero" && e.op === "-" && isSo(context, e.operand, sign);
    case "Name":
      return isAskedOf(context, e, (test, truth) => says(test, truth, e.id, sign));
    case "Call": {
      const [given] = e.args;
      if (given === undefined || e.args.length > 1) return false;
      const builtin = builtinCalled(context.module.bindings, e);
      // A float of an int is the same number.
      if (builtin === "float") return only(context.typeOf(given), "int") && isSo(context, given, sign);
      return builtin === "len" && context.typeOf(given).k === "list" && hasItem(context, given, 0);
    }
    default:
      return false;
  }
}

/** A test of a variable that has come out so says it of its value: `if total:`, `total > 0`, `0 < total <= size`. */
function says(test: py.Expression, truth: boolean, name: string, sign: Sign): boolean {
  const is = (e: py.Expression): boolean => e.kind === "Name" && e.id === name;
  if (is(test)) return truth && sign === "non-zero";
  if (test.kind === "UnaryOp" && test.op === "not") return says(test.operand, !truth, name, sign);
  if (test.kind === "BoolOp")
    return (test.op === "and") === truth && test.values.some((e) => says(e, truth, name, sign));
  // Of several comparisons that are not all true any may be false.
  if (test.kind !== "Compare" || (!truth && test.ops.length > 1)) return false;
  return test.ops.some((op, i) => {
    const [left, right] = [i === 0 ? test.left : test.comparators[i - 1]!, test.comparators[i]!];
    const holds = truth ? op : OPPOSITE[op];
    if (!holds) return false;
    if (is(left)) return bounds(holds, right, sign);
    const turned = TURNED[holds];
    return turned !== undefined && is(right) && bounds(turned, left, sign);
  });
}

/** What stands in this relation to a literal is so. */
function bounds(op: py.CompareOperator, literal: py.Expression, sign: Sign): boolean {
  const negative = literal.kind === "UnaryOp" && literal.op === "-";
  const num = negative ? literal.operand : literal;
  if (num.kind !== "Num" || num.number.type !== "int") return false;
  const bound = negative ? -Number(num.number.value) : Number(num.number.value);
  const isAbove = (op === ">" && bound >= 0) || ((op === ">=" || op === "==") && bound > 0);
  if (sign === "positive" || isAbove) return isAbove;
  return (op === "!=" && bound === 0) || (op === "<" && bound <= 0) || ((op === "<=" || op === "==") && bound < 0);
}

const OPPOSITE: Readonly<Partial<Record<py.CompareOperator, py.CompareOperator>>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "==": "!=",
  "!=": "==",
};

/** `0 < x` as `x > 0`. */
const TURNED: Readonly<Partial<Record<py.CompareOperator, py.CompareOperator>>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  "==": "==",
  "!=": "!=",
};
