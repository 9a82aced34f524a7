import { type Type } from "../analysis/types.ts";
import { assign, call, declare, id, method, statement, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { everyHas } from "../analysis/class-support.ts";
import { operatorName } from "../analysis/special-methods.ts";
import type * as py from "../python/ast.ts";
import { sliceExpressions } from "../python/walk.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { iterated } from "./iterate.ts";
import { operate } from "./operator.ts";
import { namedTupleStatement } from "./named-tuple.ts";
import { partialReads } from "./partial-reads.ts";
import { isQuiet } from "./quiet.ts";
import { isEntity } from "../analysis/held-calls.ts";
import { loudness } from "./steady.ts";
import { needsAnnotation, store } from "./target.ts";
import { tsType } from "./types.ts";
import { has } from "../analysis/kinds.ts";
import { join, members } from "../analysis/join.ts";

const isPlace = (target: py.Expression): target is py.Attribute | py.Subscript =>
  target.kind === "Attribute" || target.kind === "Subscript";

/** Nobody can tell whether the place is found before the value is made, as JavaScript does. */
const isFoundEarly = (context: Context, target: py.Attribute | py.Subscript, value: py.Expression): boolean =>
  isQuiet(context, value) ||
  // Whether it is None is asked once the value is there.
  (!(target.kind === "Attribute" && has(context.typeOf(target.value), "none")) &&
    !loudness(context, [value, ...placeParts(target)])
      .slice(1)
      .includes(true));

const placeParts = (target: py.Attribute | py.Subscript): readonly py.Expression[] =>
  target.kind === "Attribute" ? [target.value] : [target.value, ...sliceExpressions(target.slice)];

export function assignment(context: Context, node: py.Assign): ts.Statement[] {
  const [target] = node.targets;
  const type = context.typeOf(node.value);
  const named = context.facts.namedTuples.get(node.value);
  const patched = partialReads(context, node);
  if (patched) return [statement(patched)];
  if (named && type.k === "namedtuple") return [namedTupleStatement(context, node, named)];
  if (node.targets.length === 1 && target) {
    const symbol = target.kind === "Name" ? context.module.bindings.symbols.get(target) : undefined;
    // `urlopen = urllib2.urlopen`: uses of the name are translated as uses of what it stands for.
    if (symbol && node.value.kind !== "Call" && isEntity(context.facts.variable(symbol).type, symbol)) return [];
    // Python makes the value before it looks for the place.
    if (isPlace(target) && !isFoundEarly(context, target, node.value)) {
      const held = id(context.temporary("value"), tsType(context, type));
      const before = declare("const", held, expression(context, node.value));
      return [{ type: "BlockStatement", body: [before, ...store(context, target, id(held.name), type, node)] }];
    }
    return store(context, target, expression(context, node.value), type, node);
  }
  // a = b = value: the value is made once, and stored from left to right.
  const value = expression(context, node.value);
  const simple = value.type === "Literal" || value.type === "Identifier";
  const held = simple ? value : id(context.temporary("value"));
  const typed = needsAnnotation(value, type)
    ? id((held as ts.Identifier).name, tsType(context, type))
    : (held as ts.Identifier);
  const before = simple ? [] : [declare("const", typed, value)];
  return [...before, ...node.targets.flatMap((t) => store(context, t, held, type, node))];
}

/** The target of `target op= value`, of which object and key are made once: what is not quiet is held. */
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
  if (target.kind === "Subscript" && target.slice.type === "index") {
    const value = hold(target.value, "container");
    made = { ...target, value, slice: { ...target.slice, value: hold(target.slice.value, "key") } };
  }
  if (before.length === 0) return { target, before };
  context.facts.record(made, context.typeOf(target));
  return { target: made, before };
}

export function augmented(context: Context, node: py.AugAssign): ts.Statement[] {
  const held = heldTarget(context, node.target);
  const whole = { ...node, target: held.target as py.AugAssign["target"] };
  context.facts.recordResult(whole, context.facts.resultOf(node));
  const made = augmentedHeld(context, whole);
  return held.before.length === 0 ? made : [{ type: "BlockStatement", body: [...held.before, ...made] }];
}

function augmentedHeld(context: Context, node: py.AugAssign): ts.Statement[] {
  const { target } = node;
  const left = context.typeOf(target);
  const right = context.typeOf(node.value);
  const value = expression(context, node.value);
  if ((left.k === "list" || left.k === "set") && target.kind === "Attribute" && storesByMethod(context, target))
    return [statement(context.untranslated("U0109", "a change in place that __setattr__ is told of", node))];
  if (left.k === "list" && node.op === "+") {
    const source = iterated(context, node.value);
    if (!source) return [statement(context.untranslated("U0104", "+= of a value of unknown type", node))];
    return [statement(method(expression(context, target), "push", [{ type: "SpreadElement", argument: source }]))];
  }
  if (left.k === "set" && right.k === "set" && node.op in SET_CHANGES) {
    // Of a frozenset a new one is made, which the runtime knows.
    const changed = call(context.runtime("python", "changeSet"), [expression(context, target), string(node.op), value]);
    if (mentionsFrozen(context)) return store(context, target, changed, left, null);
    return [statement(method(expression(context, target), SET_CHANGES[node.op]!, [value]))];
  }
  const inPlace = inPlaceMethod(context, node, left);
  if (inPlace) {
    const own = method(expression(context, target), inPlace, [value]);
    return store(context, target, own, context.typeOf(target), null);
  }
  const operand = { value: expression(context, target), node: target };
  const result = context.facts.resultOf(node);
  const made = operate(context, node.op, operand, left, { value, node: node.value }, right, node, result);
  // `x = x + y` where that is what the operator is: `x += y`.
  const plain =
    made.type === "BinaryExpression" &&
    made.left === operand.value &&
    ["+", "-", "*", "/", "%"].includes(made.operator) &&
    !(target.kind === "Name" && context.facts.unsetReads.has(target));
  if (plain && target.kind === "Name") {
    const stored = store(context, target, operand.value, left, null);
    const [first] = stored;
    if (first?.type === "ExpressionStatement" && first.expression.type === "AssignmentExpression") {
      if (made.right.type === "Literal" && made.right.value === 1 && (made.operator === "+" || made.operator === "-")) {
        return [
          statement({
            type: "UpdateExpression",
            operator: made.operator === "+" ? "++" : "--",
            prefix: false,
            argument: operand.value,
          }),
        ];
      }
      return [statement(assign(first.expression.left, made.right, `${made.operator}=`))];
    }
  }
  if (plain && target.kind === "Attribute") {
    const stored = store(context, target, made, left, null);
    const [first] = stored;
    if (first?.type === "ExpressionStatement" && first.expression.type === "AssignmentExpression") {
      return [statement(assign(first.expression.left, made.right, `${made.operator}=`))];
    }
    return stored;
  }
  return store(context, target, made, join(join(left, right), result), null);
}

/** The object's class has `__setattr__`. */
const storesByMethod = (context: Context, target: py.Attribute): boolean =>
  members(context.typeOf(target.value)).some((m) => m.k === "instance" && m.cls.findMethod("__setattr__") !== null);

/** Operators that change a set itself, which other variables may hold too. */
const SET_CHANGES: Readonly<Record<string, string>> = {
  "|": "update",
  "&": "intersectionUpdate",
  "-": "differenceUpdate",
  "^": "symmetricDifferenceUpdate",
};

/** Some set of the program may be a frozenset: TypeScript has one type for both. */
const mentionsFrozen = (context: Context): boolean =>
  context.program.modules.some(({ source }) => source.text.includes("frozenset"));

/** `__iadd__` where every object has it; null where the operator makes a new value. */
function inPlaceMethod(context: Context, node: py.AugAssign, left: Type): string | null {
  const name = operatorName(node.op, context.module.tree.futures.has("division"));
  return name !== null && everyHas(left, `__i${name}__`) ? `__i${name}__` : null;
}
