import { only } from "../analysis/kinds.ts";
import type { Place } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { insideLoop } from "./declarations.ts";

/**
 * Reading the expression later gives what it gives now: a literal, a variable that is set once and not in a loop, an attribute that
 * nothing but one statement of `__init__` sets.
 */
export function staysTheSame(context: Context, e: py.Expression): boolean {
  switch (e.kind) {
    case "Str":
    case "Num":
      return true;
    case "Name": {
      const symbol = context.module.bindings.symbols.get(e);
      if (!symbol || symbol.writtenElsewhere || context.facts.setFromOutside.has(symbol)) return false;
      return (
        symbol.writes.length <= 1 &&
        (symbol.scope.isComprehension || !symbol.writes.some(({ place }) => repeats(place)))
      );
    }
    case "Attribute": {
      const owner = context.typeOf(e.value);
      // `sys.stdout`: what a module of the library has, the program does not set.
      if (owner.k === "module") return !owner.local;
      return (
        only(owner, "instance") &&
        !context.facts.setLater.has(e.attr) &&
        !context.facts.setTwice.has(e.attr) &&
        staysTheSame(context, e.value)
      );
    }
    default:
      return false;
  }
}

const repeats = (place: Place): boolean => insideLoop(place) || place.block.body[place.index]?.kind === "For";
