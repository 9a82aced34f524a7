import { isPoison, same } from "../analysis/join.ts";
import { has } from "../analysis/kinds.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";

/**
 * A variable of the module that some read may come to too early is `undefined` as well to TypeScript, which does not know in a function that it
 * is set by then: nor does anybody where nothing of the program calls the function.
 */
export function isCheckedWithin(context: Context, node: py.Name, symbol: PySymbol): boolean {
  const mayBeUnset = context.facts.mayBeUnset(symbol) || symbol.deleted;
  if (!mayBeUnset || symbol.scope.parent !== null || !isInFunctionWithin(context, node, symbol)) return false;
  if (isPoison(context.declaredType(symbol)) || has(context.declaredType(symbol), "unknown")) return false;
  const { scope } = context.frame;
  return !symbol.writes.some(({ place, node: by }) => place.scope.owner === scope.owner && by.start < node.start);
}

/** The check of a variable that may not be set yet, by the error that Python has for it. */
export function unsetCheck(context: Context, node: py.Name, symbol: PySymbol): string {
  const isGlobal = symbol.scope.parent === null;
  if (isInFunctionWithin(context, node, symbol)) return isGlobal ? "givenGlobal" : "boundFree";
  if (!isGlobal) return "bound";
  return symbol.declaredGlobal ? "givenGlobal" : "boundGlobal";
}

/**
 * The name is read in a function inside the variable's own scope, which a generator expression, set or dict comprehension is to Python as
 * well but for what it goes over.
 */
function isInFunctionWithin(context: Context, node: py.Name, symbol: PySymbol): boolean {
  for (let scope = context.module.bindings.scopeOf.get(node); scope && scope !== symbol.scope;) {
    if (scope.isFunction || (scope.isComprehension && scope.node.kind !== "ListComp")) return true;
    if (scope.parent === null) return false;
    scope = scope.parent;
  }
  return false;
}

/** Until the module gives the name a value it is Python's own: `if old: sorted = mySorted`. */
export function mayBeBuiltin(context: Context, node: py.Name): boolean {
  const symbol = context.module.bindings.symbols.get(node);
  return symbol?.scope.parent === null && context.facts.unsetReads.has(node) && library.hasBuiltin(node.id);
}

/** The mark of such a name where it may mean another as well; null where that means the same. */
export function ownOrAnother(context: Context, node: py.Name): ts.Expression | null {
  const isOwn = same(context.typeOf(node), library.builtin(node.id, context.facts.clock));
  return isOwn ? null : context.untranslated("U0104", `${node.id}, which may be Python's own or another`, node);
}
