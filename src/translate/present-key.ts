import { has, only } from "../analysis/kinds.ts";
import { keepsItsKeys } from "../analysis/shrunk-dicts.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type { Place } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import { isAsked, ownVariable } from "../analysis/asked-before.ts";
import { comprehensionsAround } from "./comprehensions-around.ts";
import { heldPath, type HeldPath, isSamePath } from "../analysis/held-path.ts";
import { keysOf } from "./keys-of.ts";
import { isQuiet, type Reading } from "./quiet.ts";

/**
 * `d[key]` finds its key: the loop around takes the key from the dict itself, `for key in sorted(d)`, a test says so, `if key in d`, or a
 * statement before has put it there, `d.setdefault(key, 0)`, `if key not in d: d[key] = 0`. No place of the program takes keys out of
 * such a dict, and neither the dict's variable nor the key's has got another value meanwhile.
 */
export function isPresent(context: Reading, node: py.Subscript): boolean {
  const { value: dict, slice } = node;
  const type = context.typeOf(dict);
  if (type.k !== "dict" || slice.type !== "index" || !isPlainKey(slice.value)) return false;
  const key = slice.value;
  if (!only(context.typeOf(key), "str", "unicode", "int") || !keepsItsKeys(context.program, context.facts, type))
    return false;
  const path = heldPath(context, dict, true);
  if (!path) return false;
  if (isOfComprehension(context, node, dict, key, path) || isAskedBySort(context, node, dict, key, path)) return true;
  if (path.occurrence.nested) return false;
  const { place } = path.occurrence;
  const variable = key.kind === "Name" ? ownVariable(context, key) : null;
  if (key.kind === "Name" && !variable) return false;
  const { body } = place.block;
  const statement = body[place.index];
  // It is the first that is read: `self.sizes[key] += size()` right behind `self.sizes.setdefault(key, 0)`.
  if (statement?.kind === "AugAssign" && statement.target === node && isPut(context, body[place.index - 1], dict, key))
    if (isQuiet(context, dict)) return true;
  const held = key.kind === "Name" ? heldPath(context, key) : null;
  const keeps = (since: py.Span, until?: number): boolean => (held?.keeps(since) ?? true) && path.keeps(since, until);
  if (isAsked(context, place, node, (test, truth) => finds(test, truth, dict, key) && keeps(test))) return true;
  let inside: Place["block"] | null = null;
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent) {
    const around = at.block.body[at.index];
    if (around?.kind === "For" && inside === around.body) {
      const since = takenFrom(context, around.target, around.iter, dict, key, place);
      // Another dict may be there in the next round.
      if (since && held?.keeps(around.iter) && path.keeps(since, around.end)) return true;
    }
    const puts = at.block.body.slice(0, at.index).filter((s) => isPut(context, s, dict, key));
    if (puts.some((s) => keeps({ start: s.end, end: s.end }))) return true;
    inside = at.block;
  }
  return false;
}

/** What is the same key wherever it is written. */
const isPlainKey = (e: py.Expression): boolean =>
  e.kind === "Name" || e.kind === "Str" || (e.kind === "Num" && e.number.type === "int");

const isSameKey = (a: py.Expression, b: py.Expression): boolean =>
  a.kind === "Str"
    ? b.kind === "Str" && a.value === b.value && a.type === b.type
    : a.kind === "Num"
      ? b.kind === "Num" && a.number.type === "int" && b.number.type === "int" && a.number.value === b.number.value
      : isSamePath(a, b);

/** Where the keys are asked for that a loop gives one by one: `for key in sorted(d)`, `for key, value in d.items()`, `for i, key in enumerate(d)`. */
function takenFrom(
  context: Reading,
  target: py.Expression,
  iter: py.Expression,
  dict: py.Expression,
  key: py.Expression,
  place: Place,
): py.Expression | null {
  if (isSamePath(target, key)) return keysOf(context, iter, dict, place);
  if (target.kind !== "Tuple" || iter.kind !== "Call" || iter.starargs || iter.kwargs) return null;
  const [first, second, ...more] = target.elts;
  if (!first || !second || more.length > 0) return null;
  const [given] = iter.args;
  if (given && isSamePath(second, key) && builtinCalled(context.module.bindings, iter) === "enumerate")
    return keysOf(context, given, dict, place);
  if (!isSamePath(first, key) || isSamePath(second, key)) return null;
  const pairs = given && builtinCalled(context.module.bindings, iter) === "sorted" ? given : iter;
  if (pairs.kind !== "Call" || pairs.func.kind !== "Attribute" || pairs.args.length > 0) return null;
  const isItems = ["items", "iteritems"].includes(pairs.func.attr);
  return isItems && isSamePath(pairs.func.value, dict) ? pairs : null;
}

/** A comprehension around takes the key from the dict, `[d[k] for k in d]`, or asks whether it is there. */
function isOfComprehension(
  context: Reading,
  node: py.Subscript,
  dict: py.Expression,
  key: py.Expression,
  path: HeldPath,
): boolean {
  const { place } = path.occurrence;
  const { symbols } = context.module.bindings;
  const symbol = key.kind === "Name" ? symbols.get(key) : undefined;
  if (!symbol?.scope.isComprehension || symbol.writes.length > 1) return false;
  return comprehensionsAround(context, place, node).some((around) => {
    // From one round to the next all of it runs.
    const keeps = (since: py.Span): boolean =>
      path.keeps({ start: Math.min(since.start, around.start), end: since.end }, around.end);
    return around.generators.some(({ target, iter, ifs }) => {
      const isOwn = symbol.writes.some(({ node: at }) => target.start <= at.start && at.end <= target.end);
      if (!isOwn) return false;
      const since = takenFrom(context, target, iter, dict, key, place);
      return since ? keeps(since) : ifs.some((test) => finds(test, true, dict, key) && keeps(test));
    });
  });
}

/** A call goes over the keys, and a lambda is asked of each: `sorted(d, key=lambda k: d[k])`, `keys.sort(lambda a, b: cmp(d[a], d[b]))`. */
function isAskedBySort(
  context: Reading,
  node: py.Subscript,
  dict: py.Expression,
  key: py.Expression,
  path: HeldPath,
): boolean {
  const symbol = key.kind === "Name" ? context.module.bindings.symbols.get(key) : undefined;
  if (!symbol?.isParameter || symbol.writes.length > 1 || symbol.scope.node.kind !== "Lambda") return false;
  const call = askedBy(path.occurrence.place, symbol.scope.node);
  // Beside a key `cmp` is given what that makes of the items.
  if (!call || call.starargs || call.kwargs || countLambdas(context, call) > 1) return false;
  const { func, args } = call;
  const [given] = args;
  const isSorted = SORTING.has(builtinCalled(context.module.bindings, call) ?? "");
  const isSort = func.kind === "Attribute" && func.attr === "sort";
  const keys = isSorted && given !== symbol.scope.node ? given : isSort ? func.value : null;
  const since = keys ? keysOf(context, keys, dict, path.occurrence.place) : null;
  return since !== null && path.keeps({ start: Math.min(since.start, call.start), end: since.end }, call.end);
}

/** How many of a call's arguments are or may be functions: all but what it sorts, and `reverse`. */
const countLambdas = (context: Reading, { args, keywords }: py.Call): number =>
  [...args, ...keywords.map(({ value }) => value)].filter(
    (e) => !only(context.typeOf(e), "none", "bool", "int", "list", "dict", "set", "iter", "tuple"),
  ).length;

/** Functions that are done with the lambda when they have gone over their first argument. */
const SORTING: ReadonlySet<string> = new Set(["sorted", "min", "max"]);

/** The call that a lambda in the statement at a place is an argument of, with parameters that have no defaults. */
function askedBy({ block, index }: Place, lambda: py.Lambda): py.Call | null {
  if (lambda.params.positional.some((p) => p.default !== null)) return null;
  let found: py.Call | null = null;
  const statement = block.body[index];
  if (statement)
    walk(statement, (node) => {
      if (node.kind === "Call" && [...node.args, ...node.keywords.map(({ value }) => value)].includes(lambda))
        found = node;
      return found === null && node.start <= lambda.start && lambda.end <= node.end;
    });
  return found;
}

/** A test that has come out so has found the key: `key in d`, `d.has_key(key)`. */
function finds(test: py.Expression, truth: boolean, dict: py.Expression, key: py.Expression): boolean {
  const below = (part: py.Expression, wanted: boolean): boolean => finds(part, wanted, dict, key);
  switch (test.kind) {
    case "UnaryOp":
      return test.op === "not" && below(test.operand, !truth);
    case "BoolOp":
      return (test.op === "and") === truth && test.values.some((part) => below(part, truth));
    case "Call":
      return (
        truth &&
        test.func.kind === "Attribute" &&
        test.func.attr === "has_key" &&
        isSamePath(test.func.value, dict) &&
        test.args.length === 1 &&
        test.args.every((e) => isSameKey(e, key))
      );
    case "Compare":
      return (
        test.ops.length === 1 &&
        test.ops[0] === (truth ? "in" : "not in") &&
        isSameKey(test.left, key) &&
        test.comparators.every((e) => isSamePath(e, dict))
      );
    default:
      return false;
  }
}

/** The statement leaves the dict with the key, however it comes to its end. */
function isPut(
  context: Reading,
  statement: py.Statement | undefined,
  dict: py.Expression,
  key: py.Expression,
): boolean {
  switch (statement?.kind) {
    case "Expr": {
      const { value } = statement;
      if (value.kind !== "Call" || value.func.kind !== "Attribute" || value.func.attr !== "setdefault") return false;
      const [first, ...others] = value.args;
      return (
        first !== undefined &&
        isSameKey(first, key) &&
        isSamePath(value.func.value, dict) &&
        value.keywords.length === 0 &&
        others.every((e) => isQuiet(context, e))
      );
    }
    case "Assign": {
      const [target] = statement.targets;
      return statement.targets.length === 1 && target !== undefined && isItem(target, dict, key);
    }
    case "If": {
      const { test, body, orelse } = statement;
      const [put, ...more] = body.body;
      if (orelse || more.length > 0 || put?.kind !== "Assign") return false;
      return finds(test, false, dict, key) && isPut(context, put, dict, key);
    }
    default:
      return false;
  }
}

const isItem = (e: py.Expression, dict: py.Expression, key: py.Expression): boolean =>
  e.kind === "Subscript" && e.slice.type === "index" && isSamePath(e.value, dict) && isSameKey(e.slice.value, key);

/** Of a class that stands in `new` the call that finds it would be taken for the class. */
const CALLED = ["class", "libclass", "func", "libfn", "method"] as const;

/**
 * How it is written that the key is there: `d.get(key)!`, which takes null as well as `undefined` from what is found, or `d.get(key) ?? null`
 * of values that may be null. Null where TypeScript would take what is found for something else.
 */
export function whatIsFound(context: Reading, node: py.Subscript): "nonNull" | "orNull" | null {
  const type = context.typeOf(node);
  if (type.k === "never" || has(type, "unset", "unknown", "poison") || has(type, ...CALLED)) return null;
  return has(type, "none", "json") ? "orNull" : "nonNull";
}
