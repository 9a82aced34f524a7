import { has } from "../analysis/kinds.ts";
import { isPoison } from "../analysis/join.ts";
import type { Type } from "../analysis/types.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isMark } from "./expression.ts";

/**
 * What an untranslated place would have made is `any` to TypeScript, and so is all that is made of it, also where the analysis knows
 * better: `title = site.get(key) or ""` is text wherever it is used as such.
 */
export function isOpaque(context: Context, e: py.Expression): boolean {
  if (isPoison(context.typeOf(e))) return true;
  switch (e.kind) {
    case "Attribute":
    case "Subscript":
      return isOpaque(context, e.value);
    case "Call":
      return isOpaque(context, e.func);
    case "BoolOp":
      return e.values.some((value) => isOpaque(context, value));
    case "IfExp":
      return isOpaque(context, e.body) || isOpaque(context, e.orelse);
    case "Name": {
      const symbol = context.module.bindings.symbols.get(e);
      return symbol !== undefined && isPoison(context.declaredType(symbol));
    }
    default:
      return false;
  }
}

/** A mark, or what is made of one. */
export function comesOfMark(value: ts.Expression | ts.Super): boolean {
  switch (value.type) {
    case "MemberExpression":
      return comesOfMark(value.object);
    case "CallExpression":
      return isMark(value) || comesOfMark(value.callee);
    case "AwaitExpression":
      return comesOfMark(value.argument);
    case "BinaryExpression":
      return value.operator === "+" && (comesOfMark(value.left) || comesOfMark(value.right));
    case "LogicalExpression":
      return comesOfMark(value.left) || comesOfMark(value.right);
    default:
      return false;
  }
}

/** The analysis says what it is. */
export const isKnownType = (type: Type): boolean =>
  type.k !== "never" && !has(type, "unknown", "poison", "never", "unset");
