import type { Occurrence, PySymbol } from "../program/scope.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { countOf } from "./loop-count.ts";

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
      return ["len", "ord", "abs"].includes(builtinCalled(context.module.bindings, node) ?? "");
    case "Name": {
      const symbol = context.module.bindings.symbols.get(node);
      return symbol !== undefined && onlyGrows(context, symbol);
    }
    default:
      return false;
  }
}

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
      return (
        statement.target === node && (statement.op === "+" || statement.op === "*") && statement.value.kind === "Num"
      );
    case "Assign":
      return statement.targets.some((target) => target === node) && isCount(context, statement.value);
    case "For":
      return countsUp(context, countOf(context, statement, node));
    default:
      return false;
  }
}

const isCount = (context: Context, e: py.Expression): boolean =>
  e.kind === "Num" || (e.kind === "Call" && isNonNegative(context, e));

/** `range` from 0 or more upwards, or `enumerate` from 0. */
function countsUp(context: Context, count: py.Call | null): boolean {
  if (count?.func.kind !== "Name") return false;
  if (count.args.length === 1) return count.keywords.length === 0;
  return count.func.id !== "enumerate" && count.args.length === 2 && isNonNegative(context, count.args[0] ?? null);
}
