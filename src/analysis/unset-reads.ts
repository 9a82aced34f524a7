import type { PySymbol } from "../program/scope.ts";
import type { FunctionInfo } from "./entities.ts";
import type { Facts } from "./facts.ts";
import { members } from "./join.ts";

/** The body that makes the function has set the variable already, and does not delete it. */
const isSetBefore = ({ maker, madeBefore }: FunctionInfo, symbol: PySymbol): boolean =>
  maker === symbol.scope &&
  !madeBefore.has(symbol) &&
  symbol.occurrences.every(({ place: { block, index } }) => block.body[index]?.kind !== "Delete");

/**
 * A function whose own name is not bound yet has not been made, and nobody can call it, but for a decorator of it that calls what it is
 * given at once.
 */
function isOwnName(facts: Facts, { node, module }: FunctionInfo, symbol: PySymbol): boolean {
  if (node.kind !== "FunctionDef" || module.bindings.symbols.get(node) !== symbol) return false;
  if (symbol.writes.length !== 1 || symbol.deleted) return false;
  const seen = new Set<FunctionInfo>();
  const follow = (fn: FunctionInfo): void => {
    if (seen.has(fn)) return;
    seen.add(fn);
    for (const callee of fn.calls) follow(callee);
  };
  for (const decorator of node.decorators) {
    for (const type of members(facts.typeOf(decorator))) {
      const call = type.k === "instance" ? type.cls.findMethod("__call__")?.method : type;
      if (call?.k === "func") follow(call.fn);
      else if (call?.k === "class")
        call.cls.lineage.forEach((cls) => cls.methods.forEach((method) => follow(method.fn)));
      else if (type.k !== "libfn" && type.k !== "method") return false;
    }
  }
  return ![...seen].some((fn) => fn.node === node);
}

const isOfModule = (symbol: PySymbol): boolean => symbol.scope.parent === null;

/**
 * Marks the reads of other bodies' variables, in functions, that may come before the variable is set: by the calls that the module makes
 * while it runs, and those of a function that has inner ones.
 */
export function markUnsetReads(facts: Facts): void {
  const unset = new Map<FunctionInfo, Set<PySymbol>>();
  const reach = (fn: FunctionInfo, symbols: readonly PySymbol[]): void => {
    const known = unset.get(fn) ?? new Set();
    unset.set(fn, known);
    const added = symbols.filter(
      (symbol) => !known.has(symbol) && !isSetBefore(fn, symbol) && !isOwnName(facts, fn, symbol),
    );
    if (added.length === 0) return;
    for (const symbol of added) known.add(symbol);
    const local = added.filter((symbol) => !isOfModule(symbol));
    for (const callee of fn.calls) reach(callee, callee.module === fn.module ? added : local);
  };
  for (const fn of facts.functions.values()) if (fn.unset.size > 0) reach(fn, [...fn.unset]);
  const byScope = new Map([...unset].map(([fn, symbols]) => [fn.scope, symbols]));
  for (const symbol of new Set([...unset.values()].flatMap((symbols) => [...symbols]))) {
    for (const { node, place, write } of symbol.occurrences) {
      if (!write && "id" in node && byScope.get(place.scope.owner)?.has(symbol)) facts.unsetReads.add(node);
    }
  }
}
