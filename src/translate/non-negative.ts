import type { Occurrence, PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";

/** Whether an int is 0 or more by its making: a count, an index, and sums, products and quotients of such. */
export function isNonNegative(context: Context, node: py.Expression | null): boolean {
  switch (node?.kind) {
    case "Num":
      return node.number.type !== "imag" && Number(node.number.value) >= 0;
    case "BinOp":
      if (node.op === "%") return isNonNegative(context, node.right);
      return (
        ["+", "*", "//", "&", ">>", "<<"].includes(node.op) &&
        isNonNegative(context, node.left) &&
        isNonNegative(context, node.right)
      );
    case "Call":
      return node.func.kind === "Name" && ["len", "ord", "abs"].includes(node.func.id) && isBuiltin(context, node.func);
    case "Name": {
      const symbol = context.module.bindings.symbols.get(node);
      return symbol !== undefined && onlyGrows(context, symbol);
    }
    default:
      return false;
  }
}

const isBuiltin = (context: Context, name: py.Name): boolean =>
  (context.module.bindings.symbols.get(name)?.writes.length ?? 0) === 0;

/** Every value that the variable gets is such a literal, a step up, or an index. */
const onlyGrows = (context: Context, symbol: PySymbol): boolean =>
  !symbol.isParameter &&
  !context.facts.setFromOutside.has(symbol) &&
  symbol.writes.length > 0 &&
  symbol.writes.every((write) => isGrowth(context, write));

function isGrowth(context: Context, { place, node }: Occurrence): boolean {
  const statement = place.block.body[place.index];
  switch (statement?.kind) {
    case "AugAssign":
      return (statement.op === "+" || statement.op === "*") && statement.value.kind === "Num";
    case "Assign":
      return statement.targets[0]?.kind === "Name" && isCount(context, statement.value);
    case "For":
      return countsIn(context, statement, node);
    default:
      return false;
  }
}

const isCount = (context: Context, e: py.Expression): boolean =>
  e.kind === "Num" || (e.kind === "Call" && isNonNegative(context, e));

/** The variable of `for i in range(…)` from 0 or more upwards, or the index of `for i, x in enumerate(…)`. */
function countsIn(context: Context, loop: py.For, node: { readonly start: number }): boolean {
  const { iter, target } = loop;
  if (iter.kind !== "Call" || iter.func.kind !== "Name" || !isBuiltin(context, iter.func)) return false;
  if (iter.func.id === "enumerate")
    return iter.args.length === 1 && target.kind === "Tuple" && target.elts[0]?.start === node.start;
  const [first] = iter.args;
  const isRange = iter.func.id === "range" || iter.func.id === "xrange";
  return (
    isRange &&
    target.kind === "Name" &&
    (iter.args.length === 1 || (iter.args.length === 2 && isNonNegative(context, first ?? null)))
  );
}
