import type { Occurrence, PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";

/**
 * Whether an integer stays far below 2^53 in any run that ends: a small literal, a length, a variable that only counts in small steps,
 * and sums of such.
 */
export function isSmall(context: Context, node: py.Expression | null): boolean {
  if (!node) return false;
  switch (node.kind) {
    case "Num":
      return isSmallLiteral(node);
    case "UnaryOp":
      return node.op === "-" && isSmall(context, node.operand);
    case "BinOp":
      return (node.op === "+" || node.op === "-") && isSmall(context, node.left) && isSmall(context, node.right);
    case "Call":
      return node.func.kind === "Name" && node.func.id === "len";
    case "Name": {
      const symbol = context.module.bindings.symbols.get(node);
      return symbol !== undefined && isCounter(symbol);
    }
    default:
      return false;
  }
}

export const isSmallLiteral = (node: py.Expression | null): boolean =>
  node?.kind === "Num" && node.number.type === "int" && node.number.value < 1_000_000n;

/** Every value that the variable gets is a small literal, a step from the one before, or an index. */
function isCounter(symbol: PySymbol): boolean {
  return !symbol.isParameter && symbol.writes.every((write) => isStep(write, symbol));
}

function isStep({ place, node }: Occurrence, symbol: PySymbol): boolean {
  const statement = place.block.body[place.index];
  if (statement?.kind === "AugAssign")
    return (statement.op === "+" || statement.op === "-") && isSmallLiteral(statement.value);
  if (statement?.kind === "For") return countsIn(statement, node);
  if (statement?.kind !== "Assign" || statement.targets[0]?.kind !== "Name") return false;
  const { value } = statement;
  const isOwn = (e: py.Expression): boolean => e.kind === "Name" && e.id === symbol.name;
  return (
    isSmallLiteral(value) ||
    (value.kind === "BinOp" &&
      (value.op === "+" || value.op === "-") &&
      isOwn(value.left) &&
      isSmallLiteral(value.right))
  );
}

/** The variable of `for i in range(…)`, or the index of `for i, x in enumerate(…)`. */
function countsIn(loop: py.For, node: { readonly start: number }): boolean {
  const { iter, target } = loop;
  if (iter.kind !== "Call" || iter.func.kind !== "Name") return false;
  if (iter.func.id === "range" || iter.func.id === "xrange") return target.kind === "Name";
  return iter.func.id === "enumerate" && target.kind === "Tuple" && target.elts[0]?.start === node.start;
}
