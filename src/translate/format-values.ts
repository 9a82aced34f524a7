import { asTuples, partly } from "../analysis/built-in-part.ts";
import { has, only } from "../analysis/kinds.ts";
import type { Type } from "../analysis/types.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";

/** A value that a format shows. */
export interface Value {
  readonly value: ts.Expression;
  readonly type: Type;
  readonly node: py.Expression;
}

/** The values of a format: those of a tuple, or the one that is no tuple; null when that is not known. */
export function formatValues(context: Context, right: py.Expression, takesDict: boolean): Value[] | null {
  if (right.kind === "Tuple")
    return right.elts.map((e) => ({ value: expression(context, e), type: context.typeOf(e), node: e }));
  const type = partly(asTuples(context.typeOf(right)), "__str__", "__repr__");
  if (has(type, "tuple", "sequence", "unknown", "never") || type.k === "never") return null;
  if (has(type, "dict") && !(takesDict && only(type, "dict"))) return null;
  return [{ value: expression(context, right), type, node: right }];
}
