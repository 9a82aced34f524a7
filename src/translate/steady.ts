import { members, type Type } from "../analysis/types.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";
import { isQuiet } from "./quiet.ts";

/**
 * The value is the same before and after code of the program has run in between: nothing that it is read from is set by a function or
 * method, and it looks into nothing that may change. An object is the same whatever happens to what it holds.
 */
export function isSteady(context: Context, e: py.Expression): boolean {
  switch (e.kind) {
    case "Lambda":
      return true;
    case "Name":
      return isSteadyName(context, e);
    case "Attribute":
      return !context.facts.setLater.has(e.attr) && isSteady(context, e.value);
    case "Tuple":
    case "List":
      return e.elts.every((part) => isSteady(context, part));
    default: {
      let steady = true;
      walk(e, (node) => {
        if (node === e) return;
        const part = node as py.Expression;
        if (isReference(part)) steady &&= isSteady(context, part) && !isChangeable(context.typeOf(part));
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
  return parts.map((part, i) => !quiet[i] || (!quiet.every(Boolean) && !isSteady(context, part)));
}

const isReference = (node: py.Node): node is py.Name | py.Attribute =>
  node.kind === "Name" || node.kind === "Attribute";

function isSteadyName(context: Context, name: py.Name): boolean {
  const symbol = context.module.bindings.symbols.get(name);
  return !symbol || !(symbol.writtenElsewhere || context.facts.setFromOutside.has(symbol));
}

const FIXED: ReadonlySet<Type["k"]> = new Set(["int", "long", "float", "bool", "none", "str", "unicode"]);

/** What it holds may be another thing later. */
export const isChangeable = (type: Type): boolean => members(type).some((m) => !FIXED.has(m.k));
