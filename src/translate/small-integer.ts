import type { Occurrence, PySymbol } from "../program/scope.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { countOf } from "./loop-count.ts";

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
      return builtinCalled(context.module.bindings, node) === "len";
    case "Name": {
      const symbol = context.module.bindings.symbols.get(node);
      return symbol !== undefined && isCounter(context, symbol);
    }
    default:
      return false;
  }
}

export const isSmallLiteral = (node: py.Expression | null): boolean =>
  node?.kind === "Num" && node.number.type === "int" && node.number.value < 1_000_000n;

/** Every value that the variable gets is a small literal, a step from the one before, or an index. */
function isCounter(context: Context, symbol: PySymbol): boolean {
  return !symbol.isParameter && symbol.writes.every((write) => isStep(context, write, symbol));
}

function isStep(context: Context, { place, node }: Occurrence, symbol: PySymbol): boolean {
  const statement = place.block.body[place.index];
  if (statement?.kind === "AugAssign")
    return statement.target === node && ["+", "-"].includes(statement.op) && isSmallLiteral(statement.value);
  if (statement?.kind === "For") return countOf(context, statement, node) !== null;
  if (statement?.kind !== "Assign" || !statement.targets.some((target) => target === node)) return false;
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
