import type { PySymbol } from "../program/scope.ts";
import type { FunctionInfo } from "./entities.ts";
import type { Facts } from "./facts.ts";

/** The module makes the function when it has set the variable already, and does not delete it. */
const isSetBefore = ({ madeBefore }: FunctionInfo, symbol: PySymbol): boolean =>
  madeBefore !== null &&
  !madeBefore.has(symbol) &&
  symbol.occurrences.every(({ place: { block, index } }) => block.body[index]?.kind !== "Delete");

/** Marks the reads of module variables, in functions, that may come before the variable is set: by the calls that the module makes while it runs. */
export function markUnsetGlobals(facts: Facts): void {
  const unset = new Map<FunctionInfo, Set<PySymbol>>();
  const reach = (fn: FunctionInfo, symbols: Iterable<PySymbol>): void => {
    const known = unset.get(fn) ?? new Set();
    unset.set(fn, known);
    const added = [...symbols].filter((symbol) => !known.has(symbol) && !isSetBefore(fn, symbol));
    for (const symbol of added) known.add(symbol);
    if (added.length > 0) for (const callee of fn.calls) if (callee.module === fn.module) reach(callee, added);
  };
  for (const fn of facts.functions.values()) if (fn.unset.size > 0) reach(fn, fn.unset);
  const byScope = new Map([...unset].map(([fn, symbols]) => [fn.scope, symbols]));
  for (const symbol of new Set([...unset.values()].flatMap((symbols) => [...symbols]))) {
    for (const { node, place, write } of symbol.occurrences) {
      if (!write && "id" in node && byScope.get(place.scope.owner)?.has(symbol)) facts.unsetReads.add(node);
    }
  }
}
