import type { Type } from "../analysis/types.ts";
import type * as ts from "../emit/tree.ts";
import { isTuple } from "./tuple-literals.ts";
import { members } from "../analysis/join.ts";

/** An empty array or a null has no type of its own, and TypeScript takes a tuple for an array. */
export function needsAnnotation(value: ts.Expression, type: Type): boolean {
  if (value.type === "Literal" && value.value === null) return true;
  // `new PySet([])`, `[...[]]`
  if (value.type === "NewExpression" || value.type === "CallExpression")
    return !value.typeArguments && !isNeverFilled(type) && value.arguments.some(isEmptyArray);
  if (value.type !== "ArrayExpression") return false;
  if (value.elements.some((e) => e?.type === "SpreadElement" && isEmptyArray(e.argument))) return true;
  return (
    value.elements.length === 0 ||
    value.elements.some((e) => e?.type === "ArrayExpression" && e.elements.length === 0) ||
    members(type).some(
      (m) => isMixed(m) || (m.k === "list" && members(m.elem.type).some((e) => isMixed(e) || e.k === "long")),
    )
  );
}

/** Nothing ever gets into it, so that its items have no type. */
const isNeverFilled = (type: Type): boolean =>
  members(type).every((m) => ("elem" in m ? m.elem.type.k === "never" : m.k === "dict" && m.key.type.k === "never"));

const isEmptyArray = (node: ts.Expression | ts.SpreadElement): boolean =>
  node.type === "ArrayExpression" && node.elements.length === 0;

/** A tuple of different kinds of values, or a list of such. */
const isMixed = (type: Type): boolean => isTuple(type) || (type.k === "list" && members(type.elem.type).length > 1);
