import { builtinCalled } from "../program/builtin-name.ts";
import { childExpressions } from "../program/child-expressions.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { targetSymbols } from "./target-pattern.ts";

type Node = py.ListComp | py.SetComp | py.DictComp | py.GeneratorExp;

/**
 * A function that a comprehension makes reads the comprehension's own variable later on: `[lambda: n for n in numbers]`. There is one such
 * variable, so that all of them see its last value. Functions that are called at once, by `sorted` or `map`, see that of their turn.
 */
export function holdsVariable(context: Context, node: Node): boolean {
  const own = new Set(node.generators.flatMap(({ target }) => targetSymbols(context, target)));
  const made = node.kind === "DictComp" ? [node.key, node.value] : [node.elt];
  return [...made, ...node.generators.flatMap(({ ifs }) => ifs)].some((e) => holds(context, e, own));
}

function holds(context: Context, e: py.Expression, own: ReadonlySet<PySymbol>): boolean {
  if (e.kind === "Lambda") return reads(context, e.body, own);
  if (e.kind === "Call" && CALLING.has(builtinCalled(context.module.bindings, e) ?? ""))
    return childExpressions(e).some((part) => part.kind !== "Lambda" && holds(context, part, own));
  return childExpressions(e).some((part) => holds(context, part, own));
}

const CALLING: ReadonlySet<string> = new Set("map filter reduce sorted min max".split(" "));

function reads(context: Context, e: py.Expression, own: ReadonlySet<PySymbol>): boolean {
  if (e.kind === "Name") {
    const symbol = context.module.bindings.symbols.get(e);
    return symbol !== undefined && own.has(symbol);
  }
  return e.kind === "Lambda"
    ? reads(context, e.body, own)
    : childExpressions(e).some((part) => reads(context, part, own));
}
