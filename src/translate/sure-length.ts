import { lengthsOf } from "../analysis/list-lengths.ts";
import { constantIndex } from "../analysis/infer-subscript.ts";
import { isText } from "../analysis/kinds.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type { Occurrence, PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { isAsked, isSetBefore } from "../analysis/asked-before.ts";
import type { Reading } from "./quiet.ts";
import { heldPath, isSamePath } from "../analysis/held-path.ts";
import { keepsItsLength } from "./kept-length.ts";

/**
 * A list has an item at a place, counted from 0, or from its end if negative: what `split` gives always has one, and of other lists a test
 * of the length says so, `if len(argv) < 3: sys.exit(2)` before or `if len(argv) > 2:` around. Of `sys.argv`, and of variables where
 * nothing can change how long they are. A list that displays make, and nothing changes, is as long as they are.
 */
export function hasItem(context: Reading, list: py.Expression, at: number): boolean {
  const count = at < 0 ? -at : at + 1;
  const lengths = lengthsOf(context.program, context.facts, context.typeOf(list));
  if (lengths?.every((length) => length >= count)) return true;
  if (list.kind === "Call") return isSplit(context, list) && (count === 1 || (count === 2 && isFound(context, list)));
  const name = list.kind === "Attribute" ? list.value : list;
  const symbol = name.kind === "Name" ? context.module.bindings.symbols.get(name) : undefined;
  const occurrence = symbol?.occurrences.find(({ node }) => node === name);
  if (!symbol || !occurrence || !keepsItsLength(context, list, symbol)) return false;
  if (count === 1 && list.kind === "Name" && symbol.writes.every((write) => isOfSplit(context, write))) return true;
  const asks = (test: py.Expression, truth: boolean): boolean =>
    leastLength(context, test, truth, (e) => isSame(context, e, list, symbol)) >= count &&
    (list.kind === "Attribute" || isSetBefore(symbol, test, occurrence));
  return isAsked(context, occurrence.place, list, asks);
}

/** `a, b = xs[1:3]`: what is assigned has so many parts. */
export const assignsCounted = (context: Reading, node: py.Span | null, length: number): boolean =>
  isAssignment(node) && hasLength(context, node.value, length);

const isAssignment = (node: py.Span | null): node is py.Assign =>
  node !== null && "kind" in node && node.kind === "Assign";

/** A slice `xs[1:3]` is as long as its bounds say, a list as the displays that make it. */
function hasLength(context: Reading, list: py.Expression, length: number): boolean {
  const lengths = lengthsOf(context.program, context.facts, context.typeOf(list));
  if (lengths?.every((each) => each === length)) return true;
  // key, value = line.split('=', 1)
  if (list.kind === "Call" && isSplit(context, list)) {
    const [, most] = list.args;
    return length === 2 && most !== undefined && constantIndex(most) === 1 && isFound(context, list);
  }
  if (list.kind === "Call" && list.args.length === 1 && builtinCalled(context.module.bindings, list) === "range")
    return list.args.every((stop) => constantIndex(stop) === length);
  if (list.kind !== "Subscript" || list.slice.type !== "slice" || context.typeOf(list.value).k !== "list") return false;
  const { lower, upper, step } = list.slice;
  const [from, to] = [lower ? constantIndex(lower) : 0, upper && constantIndex(upper)];
  if (step || from === null || to === null || from < 0 || to - from !== length || length === 0) return false;
  return hasItem(context, list.value, to - 1);
}

/** With a separator `split` gives one part at least, of whatever text. */
function isSplit(context: Reading, { func, args }: py.Call): boolean {
  const [separator] = args;
  if (func.kind !== "Attribute" || !["split", "rsplit"].includes(func.attr) || !separator) return false;
  return [func.value, separator].every((e) => isText(context.typeOf(e)));
}

/** `parts = line.split(':')`. */
function isOfSplit(context: Reading, { place, node }: Occurrence): boolean {
  const statement = place.block.body[place.index];
  if (statement?.kind !== "Assign" || !statement.targets.some((target) => target === node)) return false;
  return statement.value.kind === "Call" && isSplit(context, statement.value);
}

/** A test says that the separator is in the text: `split` gives two parts at least, unless it is told to split nowhere. */
function isFound(context: Reading, { func, args }: py.Call): boolean {
  const [separator, most] = args;
  if (func.kind !== "Attribute" || !separator || (most && !((constantIndex(most) ?? 0) > 0))) return false;
  const text = heldPath(context, func.value);
  const held = separator.kind === "Name" ? heldPath(context, separator) : null;
  if (!text || (separator.kind !== "Str" && !held)) return false;
  return isAsked(
    context,
    text.occurrence.place,
    func.value,
    (test, truth) =>
      isIn(test, truth, separator, func.value) && text.keeps(test) && (held === null || held.keeps(test)),
  );
}

/** A test that has come out so says that a text is in another: `':' in line`. */
function isIn(test: py.Expression, truth: boolean, part: py.Expression, text: py.Expression): boolean {
  if (test.kind === "UnaryOp" && test.op === "not") return isIn(test.operand, !truth, part, text);
  if (test.kind === "BoolOp")
    return (test.op === "and") === truth && test.values.some((e) => isIn(e, truth, part, text));
  if (test.kind !== "Compare" || test.ops.length > 1 || test.ops[0] !== (truth ? "in" : "not in")) return false;
  const isPart =
    part.kind === "Str"
      ? test.left.kind === "Str" && test.left.value === part.value && test.left.type === part.type
      : isSamePath(part, test.left);
  return isPart && test.comparators.every((e) => isSamePath(e, text));
}

/** How many items there are at least, when a test has come out so. */
function leastLength(
  context: Reading,
  test: py.Expression,
  truth: boolean,
  isList: (e: py.Expression) => boolean,
): number {
  const part = (e: py.Expression, wanted = truth): number => leastLength(context, e, wanted, isList);
  if (test.kind === "UnaryOp" && test.op === "not") return part(test.operand, !truth);
  if (test.kind === "BoolOp") return (test.op === "and") === truth ? Math.max(...test.values.map((e) => part(e))) : 0;
  if (isList(test)) return truth ? 1 : 0;
  const [right] = test.kind === "Compare" ? test.comparators : [];
  if (test.kind !== "Compare" || !right || test.comparators.length > 1) return 0;
  const isLength = (e: py.Expression): boolean =>
    e.kind === "Call" &&
    builtinCalled(context.module.bindings, e) === "len" &&
    e.args.length === 1 &&
    isList(e.args[0] as py.Expression);
  const [op] = test.ops;
  if (!op || !isLength(test.left) || right.kind !== "Num" || right.number.type !== "int") return 0;
  const bound = Number(right.number.value);
  switch (truth ? op : opposite[op]) {
    case "==":
    case ">=":
      return bound;
    case ">":
      return bound + 1;
    default:
      return 0;
  }
}

const opposite: Partial<Record<py.CompareOperator, py.CompareOperator>> = {
  "<": ">=",
  "<=": ">",
  "!=": "==",
};

const isSame = (context: Reading, e: py.Expression, list: py.Expression, symbol: PySymbol): boolean => {
  const name = e.kind === "Attribute" ? e.value : e;
  if (e.kind !== list.kind || name.kind !== "Name" || context.module.bindings.symbols.get(name) !== symbol)
    return false;
  return e.kind !== "Attribute" || (list.kind === "Attribute" && e.attr === list.attr);
};
