import { constantIndex } from "../analysis/infer-subscript.ts";
import type { Bindings } from "../program/bind.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { children, walk } from "../python/walk.ts";

/**
 * The lists that are taken apart where they stand and whose first item does not show there: `a[1]`, `a[1:]`, `len(a)`,
 * `'-v' in a`. By the look of the place alone, so that it can be asked of any list.
 */
export function withoutFirst(tree: py.Node, bindings: Bindings): ReadonlySet<py.Node> {
  const found = new Set<py.Node>();
  walk(tree, (node) => {
    for (const list of listsWithoutFirst(node, bindings)) found.add(list);
  });
  return found;
}

function listsWithoutFirst(node: py.Node, bindings: Bindings): readonly py.Node[] {
  switch (node.kind) {
    case "Subscript":
      return beginsLater(node.slice) ? [node.value] : [];
    case "Call":
      if (builtinCalled(bindings, node) === "len") return node.args;
      return callsMethod(node, "append", "extend") ? children(node.func) : [];
    case "Compare":
      return node.ops.every((op) => op === "in" || op === "not in") && isOption(node.left) ? node.comparators : [];
    case "UnaryOp":
      return node.op === "not" ? [node.operand] : [];
    case "If":
    case "While":
      return [node.test];
    // A call as a statement drops what it gives: `sys.argv.pop(0)`.
    case "Expr":
      return node.value.kind === "Call" && callsMethod(node.value, "pop") ? children(node.value.func) : [];
    default:
      return [];
  }
}

const callsMethod = ({ func }: py.Call, ...names: readonly string[]): boolean =>
  func.kind === "Attribute" && names.includes(func.attr);

const beginsLater = (slice: py.Slice): boolean => {
  if (slice.type !== "index" && slice.type !== "slice") return false;
  if (slice.type === "slice" && slice.step) return false;
  const from = slice.type === "index" ? slice.value : slice.lower;
  const constant = from && constantIndex(from);
  return typeof constant === "number" && constant > 0;
};

/** No script is called like an option. */
const isOption = (node: py.Expression): boolean => node.kind === "Str" && node.value.startsWith("-");
