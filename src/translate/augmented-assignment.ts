import { partly } from "../analysis/built-in-part.ts";
import { everyHas } from "../analysis/class-support.ts";
import { join, members } from "../analysis/join.ts";
import { operatorName } from "../analysis/special-methods.ts";
import type { Type } from "../analysis/types.ts";
import { array, assign, block, call, declare, id, method, spread, statement, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { extended } from "../library/extended.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression, isMark } from "./expression.ts";
import { iterated } from "./iterate.ts";
import { operate } from "./operator.ts";
import { isQuiet } from "./quiet.ts";
import { isProperty } from "../analysis/property-read.ts";
import { staysWhile } from "./steady.ts";
import { store } from "./target.ts";

/** `target op= value`: what the target is taken of is made once, before the value. */
export function augmented(context: Context, node: py.AugAssign): ts.Statement[] {
  const held = heldTarget(context, node.target);
  const whole = { ...node, target: held.target as py.AugAssign["target"] };
  context.facts.recordResult(whole, context.facts.resultOf(node));
  const made = augmentedHeld(context, whole);
  return held.before.length === 0 ? made : [block([...held.before, ...made])];
}

/** The target with its object, and its key or bounds, in constants where they are not quiet. */
function heldTarget(context: Context, target: py.Expression): { target: py.Expression; before: ts.Statement[] } {
  const before: ts.Statement[] = [];
  const hold = (e: py.Expression, name: string): py.Expression => {
    if (isQuiet(context, e)) return e;
    const held = id(context.temporary(name));
    before.push(declare("const", held, expression(context, e)));
    return context.stand(held, context.typeOf(e), e);
  };
  let made: py.Expression = target;
  if (target.kind === "Attribute") made = { ...target, value: hold(target.value, "object") };
  if (target.kind === "Subscript") {
    const value = hold(target.value, "container");
    made = { ...target, value, slice: heldSlice(target.slice, hold) };
  }
  if (before.length === 0) return { target, before };
  context.facts.record(made, context.typeOf(target));
  return { target: made, before };
}

function heldSlice(slice: py.Slice, hold: (e: py.Expression, name: string) => py.Expression): py.Slice {
  switch (slice.type) {
    case "index":
      return { ...slice, value: hold(slice.value, "key") };
    case "slice":
      return {
        ...slice,
        lower: slice.lower && hold(slice.lower, "start"),
        upper: slice.upper && hold(slice.upper, "end"),
        step: slice.step && hold(slice.step, "step"),
      };
    default:
      return slice;
  }
}

function augmentedHeld(context: Context, node: py.AugAssign): ts.Statement[] {
  const { target } = node;
  const left = context.typeOf(target);
  const right = context.typeOf(node.value);
  const changed = changedItself(context, node, left, right);
  if (changed) return changed;
  const name = inPlaceName(context, node);
  if (name !== null && everyHas(left, name)) {
    const own = method(expression(context, target), name, [expression(context, node.value)]);
    return store(context, target, own, left, null);
  }
  if (name !== null && members(left).some((m) => m.k === "instance" && m.cls.findMethod(name)))
    return [
      statement(context.untranslated("U0104", `${node.op}= by ${name}, which only some of the objects have`, node)),
    ];
  const operand = { value: expression(context, target), node: target };
  const given = { value: expression(context, node.value), node: node.value };
  const result = context.facts.resultOf(node);
  const made = operate(context, node.op, operand, left, given, right, node, result);
  const type = isMark(made) ? result : join(join(left, right), result);
  const stored = store(context, target, made, type, null);
  const isUnset = target.kind === "Name" && context.facts.unsetReads.has(target);
  return isUnset ? stored : shortened(target, stored, made, operand.value);
}

/** `x = x + y` where that is what the operator is: `x += y`, or `x++`. */
function shortened(
  target: py.Expression,
  stored: ts.Statement[],
  made: ts.Expression,
  operand: ts.Expression,
): ts.Statement[] {
  const [first, ...more] = stored;
  // What may be missing is asked for first: `this.n = attributeOf(this, "n") + 1`. Of what is told to be a number there is no short form.
  const isPlain =
    ((target.kind === "Name" && operand.type === "Identifier") ||
      (target.kind === "Attribute" && operand.type === "MemberExpression") ||
      (target.kind === "Subscript" && isPlainItem(operand))) &&
    made.type === "BinaryExpression" &&
    made.left === operand &&
    SHORT.has(made.operator);
  if (!isPlain || more.length > 0 || first?.type !== "ExpressionStatement") return stored;
  const { expression: whole } = first;
  if (whole.type !== "AssignmentExpression" || whole.right !== made) return stored;
  const isStep = made.right.type === "Literal" && made.right.value === 1 && /^[-+]$/.test(made.operator);
  if (target.kind === "Name" && isStep)
    return [
      statement({
        type: "UpdateExpression",
        operator: made.operator === "+" ? "++" : "--",
        prefix: false,
        argument: operand,
      }),
    ];
  return [statement(assign(whole.left, made.right, `${made.operator}=`))];
}

/** `pair[0]`: nothing is made for it. */
const isPlainItem = (e: ts.Expression): boolean =>
  e.type === "MemberExpression" &&
  e.computed &&
  e.object.type === "Identifier" &&
  e.property.type === "Literal" &&
  typeof e.property.value === "number";

const SHORT: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%"]);

/**
 * A list or set that the operator changes itself, which other variables may hold too. Python stores it again where it was: that is
 * written where anybody could tell. Null for all else.
 */
function changedItself(context: Context, node: py.AugAssign, whole: Type, right: Type): ts.Statement[] | null {
  const { target, op } = node;
  const left = partly(whole, op === "*" ? "__imul__" : "__iadd__", op === "*" ? "__mul__" : "__add__");
  const isSlice = target.kind === "Subscript" && target.slice.type !== "index";
  const isKnown =
    left.k === "list" ? op === "+" || op === "*" : left.k === "set" && right.k === "set" && op in SET_CHANGES;
  if (!isKnown) return null;
  if (target.kind === "Attribute" && storesByMethod(context, target))
    return [statement(context.untranslated("U0109", "a change in place that __setattr__ is told of", node))];
  const value = op === "+" && left.k === "list" ? iterated(context, node.value) : expression(context, node.value);
  if (!value) return [statement(context.untranslated("U0104", "+= of a value of unknown type", node))];
  if (isSlice)
    return op === "+"
      ? store(context, target, array([spread(expression(context, target)), spread(value)]), left, null)
      : null;
  // Of a frozenset a new one is made, which the runtime knows.
  if (left.k === "set" && mentionsFrozen(context)) {
    const args = [expression(context, target), string(op), value];
    return store(context, target, call(context.runtime("python", "changeSet"), args), left, null);
  }
  const change = (held: ts.Expression): ts.Statement => {
    if (left.k === "set") return statement(method(held, SET_CHANGES[op]!, [value]));
    if (op === "*") return statement(call(context.runtime("python", "multiplyInPlace"), [held, value]));
    return statement(extended((barrel, name) => context.runtime(barrel, name), held, value));
  };
  // What is read after it is set, to TypeScript as well: `rows = boundGlobal(rows, "rows"); rows.push(1)`.
  const symbol = target.kind === "Name" ? context.module.bindings.symbols.get(target) : undefined;
  const local = symbol && id(context.symbolName(symbol));
  if (local && target.kind === "Name" && context.facts.unsetReads.has(target))
    return [statement(assign(local, expression(context, target))), change(local)];
  if (staysWhile(context, target, node.value) && !showsStore(context, target))
    return [change(expression(context, target))];
  const held = id(context.temporary("held"));
  return [
    block([
      declare("const", held, expression(context, target)),
      change(held),
      ...store(context, target, id(held.name), left, null),
    ]),
  ];
}

/** Somebody can tell that what was there is stored again: a property, an object of the program or the library, or a tuple, which refuses. */
function showsStore(context: Context, target: py.Expression): boolean {
  if (target.kind === "Attribute") return isProperty(context.typeOf(target.value), target.attr);
  return target.kind === "Subscript" && !["list", "dict"].includes(context.typeOf(target.value).k);
}

/** The object's class has `__setattr__`. */
const storesByMethod = (context: Context, target: py.Attribute): boolean =>
  members(context.typeOf(target.value)).some((m) => m.k === "instance" && m.cls.findMethod("__setattr__") !== null);

/** The methods of a set by the operators that change it. */
const SET_CHANGES: Readonly<Record<string, string>> = {
  "|": "update",
  "&": "intersectionUpdate",
  "-": "differenceUpdate",
  "^": "symmetricDifferenceUpdate",
};

/** Some set of the program may be a frozenset: TypeScript has one type for both. */
const mentionsFrozen = (context: Context): boolean =>
  context.program.modules.some(({ source }) => source.text.includes("frozenset"));

/** `__iadd__`, by which an object may do the operator itself. */
function inPlaceName(context: Context, { op }: py.AugAssign): string | null {
  const name = operatorName(op, context.module.tree.futures.has("division"));
  return name === null ? null : `__i${name}__`;
}
