import { asTuples } from "../analysis/built-in-part.ts";
import type { FunctionInfo } from "../analysis/entities.ts";
import { type Type } from "../analysis/types.ts";
import { annotation, tupleType } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { targetPattern } from "./target-pattern.ts";
import { tsType } from "./types.ts";
import { members } from "../analysis/join.ts";

/**
 * `(a, b)` among the parameters, where every caller passes a tuple of that shape:
 *   lambda (name, size): size  →  ([name, size]: [string, number]) => size
 * Null where one may not, or where it has a default.
 */
export function tupleParameter(context: Context, fn: FunctionInfo, p: py.Parameter): ts.ArrayPattern | null {
  const type = fn.passed(p)?.type;
  if (!type || p.default || !fits(p.target, type)) return null;
  const pattern = targetPattern(context, p.target);
  if (pattern?.type !== "ArrayPattern") return null;
  return { ...pattern, typeAnnotation: annotation(declared(context, p.target, type)) };
}

const items = (type: Type): readonly Type[] | null => (type.k === "tuple" ? type.items : null);

/** Every value of the type unpacks into the target. */
function fits(target: py.Expression, type: Type): boolean {
  if (target.kind === "Name") return true;
  if (target.kind !== "Tuple" && target.kind !== "List") return false;
  const alternatives = members(asTuples(type));
  return (
    alternatives.length === 1 &&
    alternatives.every((m) => {
      const parts = items(m);
      return (
        parts?.length === target.elts.length && target.elts.every((elt, i) => fits(elt, parts[i] ?? { k: "unknown" }))
      );
    })
  );
}

/** The type of what is passed; a name that the body gives another type as well is declared with both. */
function declared(context: Context, target: py.Expression, type: Type): ts.TypeNode {
  if (target.kind === "Tuple" || target.kind === "List") {
    const parts = items(asTuples(type)) ?? [];
    return tupleType(target.elts.map((elt, i) => declared(context, elt, parts[i] ?? { k: "unknown" })));
  }
  const symbol = target.kind === "Name" ? context.module.bindings.symbols.get(target) : undefined;
  const variable = symbol && context.declaredType(symbol);
  return tsType(context, variable && (variable.k === "poison" || symbol.writes.length > 1) ? variable : type);
}
