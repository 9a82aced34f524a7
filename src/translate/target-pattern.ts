import { partly } from "../analysis/built-in-part.ts";
import type { Type } from "../analysis/types.ts";
import { id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { namedItems } from "../library/named-tuples.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import type { PySymbol } from "../program/scope.ts";
import { members } from "../analysis/join.ts";

/**
 * A target of names and tuples of names as a destructuring pattern; null where it is anything else. Of a name that is there more than
 * once, as `_` may be, the last place counts, and the others are left out: a pattern that declares cannot have a name twice.
 *   for _, q, _ in rows  →  const [, q, _] of rows
 */
export function targetPattern(context: Context, target: py.Expression): ts.Pattern | null {
  const names = targetNames(target);
  if (!names) return null;
  if (names.some((name) => context.module.bindings.symbols.get(name)?.scope.node.kind === "ClassDef")) return null;
  const last = new Map(names.map((name) => [context.module.bindings.symbols.get(name), name]));
  return last.has(undefined) ? null : patternOf(context, target, new Set(last.values()));
}

function patternOf(context: Context, target: py.Expression, kept: ReadonlySet<py.Name>): ts.Pattern | null {
  if (target.kind === "Tuple" || target.kind === "List")
    return { type: "ArrayPattern", elements: target.elts.map((e) => patternOf(context, e, kept)) };
  const symbol = target.kind === "Name" && kept.has(target) ? context.module.bindings.symbols.get(target) : undefined;
  return symbol ? id(context.symbolName(symbol)) : null;
}

/** The names of a target, from left to right as they are stored; null where a part is something else. */
function targetNames(target: py.Expression): readonly py.Name[] | null {
  if (target.kind === "Name") return [target];
  if (target.kind !== "Tuple" && target.kind !== "List") return null;
  const parts = target.elts.map(targetNames);
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

export function targetSymbols(context: Context, target: py.Expression): readonly PySymbol[] {
  if (target.kind === "Name") {
    const symbol = context.module.bindings.symbols.get(target);
    return symbol ? [symbol] : [];
  }
  return target.kind === "Tuple" || target.kind === "List" ? target.elts.flatMap((e) => targetSymbols(context, e)) : [];
}

/** Every value of the type comes apart into the target's parts: a destructuring does what Python does. */
export function fits(target: py.Expression, type: Type): boolean {
  if (target.kind !== "Tuple" && target.kind !== "List") return true;
  return members(type).every((m) => {
    const items = itemsOf(m);
    if (!items) return m.k === "poison";
    return items.length === target.elts.length && target.elts.every((elt, i) => fits(elt, items[i] ?? type));
  });
}

export const itemsOf = (given: Type): readonly Type[] | null => {
  const type = partly(given, "__iter__");
  return type.k === "tuple" ? type.items : namedItems(type);
};

export const partType = (type: Type, i: number): Type => {
  const items = itemsOf(type);
  return items ? (items[i] ?? { k: "never" }) : { k: "unknown" };
};
