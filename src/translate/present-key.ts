import { has, only } from "../analysis/kinds.ts";
import { keepsItsKeys } from "../analysis/shrunk-dicts.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type { Occurrence, Place, PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { isSetBefore } from "./asked-before.ts";
import type { Context } from "./context.ts";
import { isQuiet } from "./quiet.ts";

/**
 * `d[key]` finds its key: the loop around takes the key from the dict itself, `for key in sorted(d)`, or a statement before has put it
 * there, `d.setdefault(key, 0)`, `if key not in d: d[key] = 0`. No place of the program takes keys out of such a dict, and neither
 * variable has got another value meanwhile.
 */
export function isPresent(context: Context, node: py.Subscript): boolean {
  const { value: dict, slice } = node;
  const type = context.typeOf(dict);
  if (type.k !== "dict" || slice.type !== "index" || slice.value.kind !== "Name") return false;
  const name = slice.value;
  if (!only(context.typeOf(name), "str", "unicode", "int") || !keepsItsKeys(context.program, context.facts, type))
    return false;
  const key = variable(context, name);
  if (!key) return false;
  const { place } = key.occurrence;
  const { body } = place.block;
  const statement = body[place.index];
  // It is the first that is read: `self.sizes[key] += size()` right behind `self.sizes.setdefault(key, 0)`.
  if (statement?.kind === "AugAssign" && statement.target === node && isPut(context, body[place.index - 1], dict, name))
    return isQuiet(context, dict);
  const held = dict.kind === "Name" ? variable(context, dict) : null;
  if (!held) return false;
  const keeps = (since: py.Span): boolean => [key, held].every((v) => isSetBefore(v.symbol, since, v.occurrence));
  let inside: Place["block"] | null = null;
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent) {
    const around = at.block.body[at.index];
    const takes = around?.kind === "For" && inside === around.body && isSame(around.target, name);
    if (takes && isKeysOf(context, around.iter, dict) && keeps(around.iter)) return true;
    const puts = at.block.body.slice(0, at.index).filter((s) => isPut(context, s, dict, name));
    if (puts.some((s) => keeps({ start: s.end, end: s.end }))) return true;
    inside = at.block;
  }
  return false;
}

interface Variable {
  readonly symbol: PySymbol;
  readonly occurrence: Occurrence;
}

/** A variable that nobody sets from elsewhere, where it is read in its own scope. */
function variable(context: Context, name: py.Name): Variable | null {
  const symbol = context.module.bindings.symbols.get(name);
  const occurrence = symbol?.occurrences.find(({ node }) => node === name);
  if (!symbol || !occurrence || occurrence.nested || occurrence.place.scope !== symbol.scope) return null;
  if (symbol.writtenElsewhere || symbol.deleted || context.facts.setFromOutside.has(symbol)) return null;
  return { symbol, occurrence };
}

/** The statement leaves the dict with the key, however it comes to its end. */
function isPut(context: Context, statement: py.Statement | undefined, dict: py.Expression, key: py.Name): boolean {
  switch (statement?.kind) {
    case "Expr": {
      const { value } = statement;
      if (value.kind !== "Call" || value.func.kind !== "Attribute" || value.func.attr !== "setdefault") return false;
      const [first, ...others] = value.args;
      return (
        first !== undefined &&
        isSame(first, key) &&
        isSame(value.func.value, dict) &&
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
      return isMissing(test, dict, key) && isPut(context, put, dict, key);
    }
    default:
      return false;
  }
}

/** `key not in d`, `not d.has_key(key)`. */
function isMissing(test: py.Expression, dict: py.Expression, key: py.Name): boolean {
  if (test.kind === "UnaryOp" && test.op === "not") {
    const { operand: asked } = test;
    if (asked.kind !== "Call" || asked.func.kind !== "Attribute" || asked.func.attr !== "has_key") return false;
    return isSame(asked.func.value, dict) && asked.args.length === 1 && asked.args.every((e) => isSame(e, key));
  }
  if (test.kind !== "Compare" || test.ops.length !== 1 || test.ops[0] !== "not in") return false;
  return isSame(test.left, key) && test.comparators.every((e) => isSame(e, dict));
}

const isItem = (e: py.Expression, dict: py.Expression, key: py.Name): boolean =>
  e.kind === "Subscript" && e.slice.type === "index" && isSame(e.value, dict) && isSame(e.slice.value, key);

/** `d`, `d.keys()`, and these sorted or listed. */
function isKeysOf(context: Context, e: py.Expression, dict: py.Expression): boolean {
  if (isSame(e, dict)) return true;
  if (e.kind !== "Call" || e.starargs || e.kwargs) return false;
  if (e.func.kind === "Attribute")
    return (e.func.attr === "keys" || e.func.attr === "iterkeys") && e.args.length === 0 && isSame(e.func.value, dict);
  const [first] = e.args;
  return (
    ["sorted", "list", "iter"].includes(builtinCalled(context.module.bindings, e) ?? "") &&
    first !== undefined &&
    isKeysOf(context, first, dict)
  );
}

const isSame = (a: py.Expression, b: py.Expression): boolean =>
  a.kind === "Name"
    ? b.kind === "Name" && a.id === b.id
    : a.kind === "Attribute" && b.kind === "Attribute" && a.attr === b.attr && isSame(a.value, b.value);

/** Of a class that stands in `new` the call that finds it would be taken for the class. */
const CALLED = ["class", "libclass", "func", "libfn", "method"] as const;

/** TypeScript takes `undefined` and null from what is found: the values of the dict are neither. */
export const isNeverNull = (context: Context, node: py.Subscript): boolean => {
  const type = context.typeOf(node);
  return type.k !== "never" && !has(type, "none", "unset", "json", "unknown", "poison") && !has(type, ...CALLED);
};
