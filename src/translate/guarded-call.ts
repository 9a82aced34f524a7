import { plainKinds } from "../analysis/plain-kinds.ts";
import { type Type } from "../analysis/types.ts";
import { call, logical, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { plainArguments } from "./arguments.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { userCall } from "./user-call.ts";
import { members } from "../analysis/join.ts";

/**
 * A call of a function that may be None, such as a callback that nobody has to give. Python makes the arguments, and then raises TypeError:
 *   self.done(x)  →  (this.done ?? noneCalled)(x)
 * Right behind a test of the same name or attribute it cannot be None, which TypeScript sees too. Null where it is another kind of callee.
 */
export function maybeNoneCall(context: Context, node: py.Call, kinds: readonly Type[]): ts.Expression | null {
  if (!kinds.some((m) => m.k === "none")) return null;
  const functions = kinds.filter((m) => m.k !== "none");
  if (!functions.every((m) => m.k === "func")) return null;
  const none = context.runtime("python", "noneCalled");
  if (functions.length === 0) return isHeld(context, node.func) ? call(none, plainArguments(context, node)) : null;
  const sure = (): ts.Expression => logical("??", expression(context, node.func), none);
  return userCall(context, node, functions, context.guarded.has(node) ? null : sure);
}

/**
 * A call of what may be a function, an object with `__call__` or a value of a built-in kind, such as what a dict has under its keys.
 * Python makes the arguments, and then raises TypeError for the latter:
 *   d["call_back"](x)  →  asFunction(d.get("call_back"))(x)
 * Null where it is another kind of callee.
 */
export function maybeFunctionCall(context: Context, node: py.Call, kinds: readonly Type[]): ts.Expression | null {
  const callees = kinds.filter(isCallee);
  if (callees.length === 0 || !kinds.every((m) => isCallee(m) || (plainKinds.has(m.k) && !unnamed.has(m.k))))
    return null;
  const isUnicode = kinds.some((m) => m.k === "unicode");
  if (isUnicode && kinds.some((m) => m.k === "str")) return null;
  const textType = isUnicode ? [string("unicode")] : [];
  const sure = (): ts.Expression =>
    call(context.runtime("python", "asFunction"), [expression(context, node.func), ...textType]);
  return userCall(context, node, callees, sure);
}

/** Kinds whose values the runtime holds as those of another: an error would name that. */
const unnamed: ReadonlySet<Type["k"]> = new Set(["float", "tuple", "sequence"]);

const isCallee = (type: Type): boolean =>
  type.k === "func" || (type.k === "instance" && type.cls.findMethod("__call__") !== null);

/** Notes the call that is the first thing to happen once a test has found its callee to be something. */
export function markGuarded(context: Context, test: py.Expression, then: py.Expression | py.Block): void {
  const path = testedPath(test);
  const made = firstCall(then);
  if (path && made && samePath(path, made.func) && isHeld(context, path)) context.guarded.add(made);
}

/** Notes the calls of what the operand of `and` before them has found to be something: `self.done and self.done(x)`. */
export function markGuardedOperands(context: Context, { op, values }: py.BoolOp): void {
  if (op !== "and") return;
  values.slice(1).forEach((value, i) => markGuarded(context, values[i] as py.Expression, value));
}

/** The last thing that a test which holds has looked at, and found to be something. */
function testedPath(test: py.Expression): py.Expression | null {
  if (test.kind === "Name" || test.kind === "Attribute") return test;
  if (test.kind === "BoolOp" && test.op === "and") return testedPath(test.values.at(-1) as py.Expression);
  if (test.kind !== "Compare" || test.ops.length !== 1) return null;
  const [other] = test.comparators;
  const isAsked = test.ops[0] === "is not" && other?.kind === "Name" && other.id === "None";
  return isAsked ? testedPath(test.left) : null;
}

function firstCall(then: py.Expression | py.Block): py.Call | null {
  if ("kind" in then) return then.kind === "Call" ? then : null;
  const [first] = then.body;
  const isPlain = first?.kind === "Expr" || first?.kind === "Return" || first?.kind === "Assign";
  return isPlain && first.value?.kind === "Call" ? first.value : null;
}

function samePath(a: py.Expression, b: py.Expression): boolean {
  if (a.kind === "Name") return b.kind === "Name" && a.id === b.id;
  return a.kind === "Attribute" && b.kind === "Attribute" && a.attr === b.attr && samePath(a.value, b.value);
}

/** A variable, or what an object that is there holds under a name: reading it twice gives the same, and TypeScript knows. */
function isHeld(context: Context, path: py.Expression): boolean {
  if (path.kind === "Name") return true;
  if (path.kind !== "Attribute" || path.value.kind !== "Name") return false;
  return members(context.typeOf(path.value)).every(
    (m) => m.k === "instance" && m.cls.findAttribute(path.attr) !== null && m.cls.findMethod(path.attr) === null,
  );
}
