import { type Type } from "../../src/analysis/types.ts";
import { binary, call, id, method, nil, not, number, string } from "../../src/emit/build.ts";
import type * as ts from "../../src/emit/tree.ts";
import { isNumber, isText, only } from "../../src/analysis/kinds.ts";

/** An expression of another value than `made`, of the same type where that can be had. */
export function wrong(made: ts.Expression, type: Type, isAsync: boolean): ts.Expression {
  if (isAsync) return nil();
  if (only(type, "bool")) return not(made);
  if (isNumber(type)) return binary("+", made, number(1));
  if (isText(type)) return binary("+", made, string("?"));
  if (only(type, "list", "sequence")) return method(made, "slice", [number(1)]);
  if (only(type, "iter", "set")) return call(id("Array"), [number(0)]);
  return nil();
}
