import { members, type Type } from "../analysis/types.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";
import { isQuiet } from "./quiet.ts";
import { targetSymbols } from "./target.ts";

/**
 * The value is the same before and after code of the program has run in between: nothing that it is read from is set by a function or
 * method, or is one of those `left` by list comprehensions there, and it looks into nothing that may change. An object is the same
 * whatever happens to what it holds.
 */
function isSteady(context: Context, e: py.Expression, left: ReadonlySet<PySymbol>): boolean {
  switch (e.kind) {
    case "Lambda":
      return true;
    case "Name":
      return isSteadyName(context, e, left);
    case "Attribute":
      return !context.facts.setLater.has(e.attr) && isSteady(context, e.value, left);
    case "Tuple":
    case "List":
      return e.elts.every((part) => isSteady(context, part, left));
    default: {
      let steady = true;
      walk(e, (node) => {
        if (node === e) return;
        const part = node as py.Expression;
        if (isReference(part)) steady &&= isSteady(context, part, left) && !isChangeable(context.typeOf(part));
        return !isReference(part);
      });
      return steady;
    }
  }
}

/**
 * Which of the parts of an expression it shows of when they are made: those that do something, and beside such a part those that read
 * what it may change.
 */
export function loudness(context: Context, parts: readonly py.Expression[]): readonly boolean[] {
  const quiet = parts.map((part) => isQuiet(context, part));
  const left = new Set(parts.flatMap((part, i) => (quiet[i] ? [] : leftBehind(context, part))));
  return parts.map((part, i) => !quiet[i] || (!quiet.every(Boolean) && !isSteady(context, part, left)));
}

/** The variables around that list comprehensions in the expression set. */
function leftBehind(context: Context, e: py.Expression): PySymbol[] {
  const found: PySymbol[] = [];
  walk(e, (node) => {
    if (node.kind !== "ListComp") return;
    const symbols = node.generators.flatMap(({ target }) => targetSymbols(context, target));
    found.push(...symbols.filter((symbol) => !symbol.scope.isComprehension));
  });
  return found;
}

const isReference = (node: py.Node): node is py.Name | py.Attribute =>
  node.kind === "Name" || node.kind === "Attribute";

function isSteadyName(context: Context, name: py.Name, left: ReadonlySet<PySymbol>): boolean {
  const symbol = context.module.bindings.symbols.get(name);
  return !symbol || !(left.has(symbol) || symbol.writtenElsewhere || context.facts.setFromOutside.has(symbol));
}

const FIXED: ReadonlySet<Type["k"]> = new Set(["int", "long", "float", "bool", "none", "str", "unicode"]);

/** What it holds may be another thing later. */
export const isChangeable = (type: Type): boolean => members(type).some((m) => !FIXED.has(m.k));
