import { neverReturns } from "../analysis/infer-statement.ts";
import type { Type } from "../analysis/types.ts";
import { targetParts } from "../python/targets.ts";
import type { Place, PySymbol } from "../program/scope.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type { Program, ProgramModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { children, walk } from "../python/walk.ts";
import type { Context } from "./context.ts";

/**
 * A list has an item at a place, counted from 0, because a test of its length says so: `if len(argv) < 3: sys.exit(2)` stands before, or
 * `if len(argv) > 2:` around. Of `sys.argv`, and of variables that are set once, where nothing can change how long they are.
 */
export function hasItem(context: Context, list: py.Expression, at: number): boolean {
  const name = list.kind === "Attribute" ? list.value : list;
  const symbol = name.kind === "Name" ? context.module.bindings.symbols.get(name) : undefined;
  const occurrence = symbol?.occurrences.find(({ node }) => node === name);
  if (!symbol || !occurrence || !keepsItsLength(context, list, symbol)) return false;
  const from = list.kind === "Name" ? (symbol.writes[0]?.node.start ?? 0) : 0;
  const asks = (test: py.Expression, truth: boolean): boolean => {
    if (test.start < from) return false;
    return leastLength(context, test, truth, (e) => isSame(context, e, list, symbol)) > at;
  };
  return isAsked(context, occurrence.place, list, asks);
}

type Asks = (test: py.Expression, truth: boolean) => boolean;

/** A test before or around the place, in the same run of the code, is known to have come out so. */
function isAsked(context: Context, place: Place, node: py.Expression, asks: Asks): boolean {
  const statement = place.block.body[place.index];
  if (statement && isAskedWithin(statement, node, asks)) return true;
  let inside: py.Block | py.Module | null = null;
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent) {
    const { body } = at.block;
    const around = body[at.index];
    if (around?.kind === "If" || around?.kind === "While") {
      if (inside === around.body && asks(around.test, true)) return true;
      if (around.kind === "If" && inside === around.orelse && asks(around.test, false)) return true;
    }
    for (const before of body.slice(0, at.index))
      if (before.kind === "If" && neverEnds(context, before.body) && asks(before.test, false)) return true;
    inside = at.block;
  }
  return false;
}

/** Inside a statement: the right of `and` and `or`, a branch of a conditional expression. */
function isAskedWithin(statement: py.Statement, node: py.Node, asks: Asks): boolean {
  for (let at: py.Node | undefined = statement; at && at !== node; at = childAround(at, node)) {
    const below = childAround(at, node);
    if (at.kind === "IfExp") {
      if (below === at.body && asks(at.test, true)) return true;
      if (below === at.orelse && asks(at.test, false)) return true;
    }
    if (at.kind === "BoolOp") {
      const isAnd = at.op === "and";
      if (at.values.slice(0, at.values.indexOf(below as py.Expression)).some((test) => asks(test, isAnd))) return true;
    }
  }
  return false;
}

const childAround = (node: py.Node, part: py.Node): py.Node | undefined =>
  children(node).find((child) => child.start <= part.start && part.end <= child.end);

/** How many items there are at least, when a test has come out so. */
function leastLength(
  context: Context,
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

/** The suite never comes to its end: it returns, raises, leaves the loop's round or the program. */
function neverEnds(context: Context, { body }: py.Block): boolean {
  const last = body.at(-1);
  if (last?.kind === "If")
    return last.orelse !== null && neverEnds(context, last.body) && neverEnds(context, last.orelse);
  if (last?.kind === "Expr") return last.value.kind === "Call" && neverComesBack(context.typeOf(last.value.func));
  return last !== undefined && ["Return", "Raise", "Continue", "Break"].includes(last.kind);
}

/** `sys.exit` and its like; `usage`, a function of the program whose every path ends in such a call. */
const neverComesBack = (callee: Type): boolean =>
  neverReturns(callee) ||
  (callee.k === "func" &&
    !callee.wraps &&
    !callee.fn.isGenerator &&
    !callee.fn.returnsNothing &&
    !callee.fn.returnsValue);

const isSame = (context: Context, e: py.Expression, list: py.Expression, symbol: PySymbol): boolean => {
  const name = e.kind === "Attribute" ? e.value : e;
  if (e.kind !== list.kind || name.kind !== "Name" || context.module.bindings.symbols.get(name) !== symbol)
    return false;
  return e.kind !== "Attribute" || (list.kind === "Attribute" && e.attr === list.attr);
};

/** Nothing makes the list longer or shorter: it is only looked into, wherever it stands. */
function keepsItsLength(context: Context, list: py.Expression, symbol: PySymbol): boolean {
  if (list.kind === "Name") {
    if (symbol.writes.length > 1 || symbol.captured || symbol.writtenElsewhere || symbol.deleted) return false;
    if (context.facts.setFromOutside.has(symbol)) return false;
    const looked = lookedInto(context.module);
    return symbol.occurrences.every(({ node, write }) => write || looked.has(node as py.Name));
  }
  const type = list.kind === "Attribute" ? context.typeOf(list.value) : null;
  if (list.kind !== "Attribute" || list.attr !== "argv" || type?.k !== "module" || type.name !== "sys") return false;
  return keepsArguments(context.program);
}

const arguments_ = new WeakMap<Program, boolean>();

/** No file of the program does anything to `sys.argv` but look into it. Asked once: it goes over all files. */
function keepsArguments(program: Program): boolean {
  let isKept = arguments_.get(program);
  if (isKept === undefined) arguments_.set(program, (isKept = program.modules.every(looksIntoArguments)));
  return isKept;
}

function looksIntoArguments(module: ProgramModule): boolean {
  const looked = lookedInto(module);
  let isKept = true;
  walk(module.tree, (node) => {
    if (node.kind === "Attribute" && node.attr === "argv" && !looked.has(node)) isKept = false;
    if (node.kind === "ImportFrom" && node.module === "sys") isKept = false;
  });
  return isKept;
}

const looks = new WeakMap<ProgramModule, ReadonlySet<py.Node>>();

/** The expressions of a module that are only looked into: `x[i]`, `len(x)`, `i in x`, `for i in x`, `if x`. */
function lookedInto(module: ProgramModule): ReadonlySet<py.Node> {
  let found = looks.get(module);
  if (!found) looks.set(module, (found = new Set(lookedIntoBelow(module))));
  return found;
}

function lookedIntoBelow({ tree, bindings }: ProgramModule): py.Node[] {
  const found: py.Node[] = [];
  const stored = new Set<py.Node>();
  walk(tree, (node) => {
    if (node.kind === "Delete") for (const target of node.targets.flatMap(targetParts)) stored.add(target);
    if (node.kind === "Assign")
      for (const target of node.targets)
        if (target.kind === "Subscript" && target.slice.type !== "index") stored.add(target);
    if (node.kind === "AugAssign") stored.add(node.target);
    if (node.kind === "Subscript" && !stored.has(node)) found.push(node.value);
    if (node.kind === "For") found.push(node.iter);
    if (node.kind === "If" || node.kind === "While" || node.kind === "IfExp") found.push(node.test);
    if (node.kind === "UnaryOp" && node.op === "not") found.push(node.operand);
    if (node.kind === "Compare" && node.ops.every((op) => op === "in" || op === "not in"))
      found.push(...node.comparators);
    if (node.kind === "Call" && builtinCalled(bindings, node) === "len") found.push(...node.args);
  });
  return found;
}
