import type { PySymbol } from "../program/scope.ts";
import type { Facts, Origin } from "./facts.ts";

/**
 * The variable that an imported name is another word for: `from m import name`, where nothing can tell that Python makes a second variable
 * of it. Null where it can: the name, or the one in `m`, is given another value later, is deleted, or may be unset where it is read.
 */
export function importedName(facts: Facts, symbol: PySymbol): Origin | null {
  let origin: Origin | null = null;
  for (const { node, place } of symbol.writes) {
    if ("asname" in node && !facts.readImports.has(node)) continue;
    const from = "asname" in node ? facts.origins.get(node) : undefined;
    if (!from || place.scope.owner !== symbol.scope.owner) return null;
    if (origin && origin.symbol !== from.symbol) return null;
    origin = from;
  }
  if (!origin || isRebound(facts, symbol) || isRebound(facts, origin.symbol)) return null;
  return facts.mayBeUnset(symbol) ? null : origin;
}

/** Given another value by a function or another module, or deleted. */
const isRebound = (facts: Facts, symbol: PySymbol): boolean =>
  symbol.deleted || facts.setFromOutside.has(symbol) || symbol.writtenElsewhere;
