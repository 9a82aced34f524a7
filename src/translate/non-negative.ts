import type { Occurrence, PySymbol } from "../program/scope.ts";
import { builtinCalled, builtinNamed } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { countOf } from "./loop-count.ts";

/** Whether an int is 0 or more by its making: a count, an index, and sums, products and quotients of such. */
export function isNonNegative(
  context: Context,
  node: py.Expression | null,
  asked: ReadonlySet<PySymbol> = new Set(),
): boolean {
  switch (node?.kind) {
    case "Num":
      return node.number.type !== "imag" && Number(node.number.value) >= 0;
    case "BinOp":
      if (node.op === "%") return isNonNegative(context, node.right, asked);
      return (
        ["+", "*", "//", "&", ">>", "<<"].includes(node.op) &&
        isNonNegative(context, node.left, asked) &&
        isNonNegative(context, node.right, asked)
      );
    case "Call":
      return isCounted(context, node, asked);
    case "Name": {
      const symbol = context.module.bindings.symbols.get(node);
      // What it was before is one of the values that are asked for.
      return symbol !== undefined && (asked.has(symbol) || onlyGrows(context, symbol, new Set([...asked, symbol])));
    }
    default:
      return false;
  }
}

/** `len(x)`, `max(0, n)`, `max([len(row) for row in rows] + [0])`. */
function isCounted(context: Context, node: py.Call, asked: ReadonlySet<PySymbol>): boolean {
  const { args } = node;
  const [first] = args;
  if (node.keywords.length > 0 || node.starargs || node.kwargs || !first) return false;
  switch (builtinCalled(context.module.bindings, node)) {
    case "len":
    case "ord":
    case "abs":
      return true;
    case "max":
      return args.length > 1 ? args.some((e) => isNonNegative(context, e, asked)) : holdsCounts(context, first, asked);
    case "min":
      return args.length > 1 ? args.every((e) => isNonNegative(context, e, asked)) : holdsCounts(context, first, asked);
    case "sum":
      return args.length === 1 && holdsCounts(context, first, asked);
    default:
      return false;
  }
}

/** A list whose items are all such ints. */
function holdsCounts(context: Context, list: py.Expression, asked: ReadonlySet<PySymbol>): boolean {
  switch (list.kind) {
    case "List":
    case "Tuple":
      return list.elts.every((e) => isNonNegative(context, e, asked));
    case "ListComp":
    case "GeneratorExp":
      return isNonNegative(context, list.elt, asked);
    case "BinOp":
      return list.op === "+" && holdsCounts(context, list.left, asked) && holdsCounts(context, list.right, asked);
    case "Call":
      return (
        builtinCalled(context.module.bindings, list) === "map" &&
        list.args.length === 2 &&
        list.args[0]?.kind === "Name" &&
        builtinNamed(context.module.bindings, list.args[0]) === "len"
      );
    default:
      return false;
  }
}

/** Every value that the variable gets is such a literal, a step up, or an index. */
const onlyGrows = (context: Context, symbol: PySymbol, asked: ReadonlySet<PySymbol>): boolean =>
  !symbol.isParameter &&
  !context.facts.setFromOutside.has(symbol) &&
  symbol.writes.length > 0 &&
  symbol.writes.every((write) => isGrowth(context, write, asked));

function isGrowth(context: Context, { place, node }: Occurrence, asked: ReadonlySet<PySymbol>): boolean {
  const statement = place.block.body[place.index];
  switch (statement?.kind) {
    case "AugAssign":
      return (
        statement.target === node && (statement.op === "+" || statement.op === "*") && statement.value.kind === "Num"
      );
    case "Assign":
      return statement.targets.some((target) => target === node) && isCount(context, statement.value, asked);
    case "For":
      return countsUp(context, countOf(context, statement, node), asked);
    default:
      return false;
  }
}

const isCount = (context: Context, e: py.Expression, asked: ReadonlySet<PySymbol>): boolean =>
  e.kind === "Num" || (e.kind === "Call" && isNonNegative(context, e, asked));

/** `range` from 0 or more upwards, or `enumerate` from 0. */
function countsUp(context: Context, count: py.Call | null, asked: ReadonlySet<PySymbol>): boolean {
  if (count?.func.kind !== "Name") return false;
  if (count.args.length === 1) return count.keywords.length === 0;
  return (
    count.func.id !== "enumerate" && count.args.length === 2 && isNonNegative(context, count.args[0] ?? null, asked)
  );
}
