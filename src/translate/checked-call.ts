import { arityOf, mayTakeMore, misfit } from "../analysis/call-fit.ts";
import { only } from "../analysis/kinds.ts";
import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import { type FuncType, type Type } from "../analysis/types.ts";
import {
  array,
  call,
  construct,
  id,
  index,
  member,
  number,
  object,
  spread,
  statement,
  string,
  thisValue,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { initialiserName } from "./initialiser.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { iterated, starred } from "./iterate.ts";
import { isQuiet } from "./quiet.ts";

/**
 * A call that a function does not take, which raises once its arguments are made:
 *   boom(1)  →  badCall("boom() takes exactly 2 arguments (1 given)", 1)
 * Null where it takes it. Of a decorated function the wrapper runs first: that is not written.
 */
export function badCall(context: Context, node: py.Call, target: FuncType): ts.Expression | null {
  const message = misfit(node, target);
  const isUnsure = mayTakeMore(target.fn) && (node.starargs !== null || node.kwargs !== null);
  if (message === null && !isUnsure) return null;
  const isPartial = target.fn.node.kind === "Lambda" && target.fn.node.partial !== undefined;
  return message === null || isPartial
    ? context.untranslated("U0105", "what partial() gave is not known to take this", node)
    : raising(context, node, message);
}

/** Arguments for a class that has no `__init__`, in the words of `object`, or of classes that do not derive from it. */
export function badConstruction(context: Context, node: py.Call, cls: ClassInfo): ts.Expression | null {
  const given = node.args.length + node.keywords.length;
  if (given === 0 || node.starargs || node.kwargs || cls.libraryBase !== null || cls.isOpaque) return null;
  return raising(
    context,
    node,
    isNewStyle(cls) ? "object() takes no parameters" : "this constructor takes no arguments",
  );
}

/** `Shape(1)` of a class with abstract methods; null for any other. */
export function abstractCall(context: Context, node: py.Call, classes: readonly Type[]): ts.Expression | null {
  const cls = classes.flatMap((m) => (m.k === "class" && m.cls.node.abstract ? [m.cls] : []))[0];
  if (!cls) return null;
  if (classes.length > 1 || node.starargs || node.kwargs)
    return context.untranslated("U0109", `an object of ${cls.name}, which is abstract`, node);
  const names = (cls.node.abstract ?? []).join(", ");
  return raising(context, node, `Can't instantiate abstract class ${cls.name} with abstract methods ${names}`);
}

function raising(context: Context, node: py.Call, message: string): ts.Expression {
  const { func } = node;
  const made = [...node.args, ...node.keywords.map(({ value }) => value)].map((e) => expression(context, e));
  const isPlain = isQuiet(context, func) || (func.kind === "Attribute" && isQuiet(context, func.value));
  return call(context.runtime("python", "badCall"), [
    string(message),
    ...(isPlain ? [] : [expression(context, func)]),
    ...made,
  ]);
}

/**
 * A call of one of several functions that do not all take it: checked when it runs.
 *   table[name](1)  →  checkedCall(getItem(table, name), 1)
 * The reason where what is called is no function by itself.
 */
export function checkedCall(
  context: Context,
  node: py.Call,
  callee: ts.Expression | null,
  targets: readonly FuncType[],
): ts.Expression | string {
  if (targets.some(({ fn, self }) => fn.owner !== null && fn.binding === "instance" && self === null))
    return "one of several methods, of which not all take this, without its object";
  if (targets.some(({ fn }) => mayTakeMore(fn))) return "one of several functions, of which partial() gave one";
  const value = callee ?? calleeValue(context, node.func, targets);
  if (typeof value === "string") return value;
  const rest = node.starargs ? [{ type: "SpreadElement" as const, argument: starred(context, node.starargs) }] : [];
  return call(context.runtime("python", "checkedCall"), [
    value,
    ...node.args.map((e) => expression(context, e)),
    ...rest,
  ]);
}

/** What is called, as a value that keeps its object. */
function calleeValue(context: Context, func: py.Expression, targets: readonly FuncType[]): ts.Expression | string {
  const isBound = targets.some(({ fn }) => fn.owner !== null && fn.binding !== "instance" && fn.name !== "__init__");
  if (func.kind !== "Attribute" || !isBound) return expression(context, func);
  if (!only(context.typeOf(func.value), "class") || targets.some(({ fn }) => fn.binding !== targets[0]?.fn.binding))
    return "a method of the class that is called with keywords through an object";
  const cls = expression(context, func.value);
  const own = member(cls, context.names.property(func.attr));
  return targets[0]?.fn.binding === "static" ? own : call(context.runtime("python", "bindMethod"), [cls, own]);
}

/**
 * A call with keywords of which only the running program knows where they go:
 *   f(*args, **options)  →  callNamed(f, args, options)
 * The reason where it cannot be written.
 */
export function namedCall(
  context: Context,
  node: py.Call,
  callee: ts.Expression | null,
  targets: readonly FuncType[],
  isClass: boolean,
): ts.Expression | string {
  if (targets.some((t) => t.wraps !== null)) return "keywords for one of several functions, one decorated";
  if (targets.some(({ fn, self }) => fn.owner !== null && fn.binding === "instance" && self === null))
    return "keywords for a method without its object";
  const [first] = targets;
  const later = isClass && first ? initialiserName(first.fn) : null;
  if (isClass && targets.some((t) => t.fn.async || (initialiserName(t.fn) ?? null) !== later))
    return "keywords for an __init__ that waits";
  const value = later
    ? initialiserOf(context, node.func, later)
    : (callee ?? (isClass ? expression(context, node.func) : calleeValue(context, node.func, targets)));
  if (typeof value === "string") return value;
  const given = namedArguments(context, node);
  if (typeof given === "string") return given;
  return call(context.runtime("python", isClass && !later ? "constructNamed" : "callNamed"), [value, ...given]);
}

/** The method that makes a new object ready, with what it takes: boundInit(new C(), "initC") */
const initialiserOf = (context: Context, cls: py.Expression, name: string): ts.Expression =>
  call(context.runtime("python", "boundInit"), [construct(expression(context, cls)), string(name)]);

/** What such a call hands on: the arguments by position, the keywords that are written out, the dict. The reason where that is not known. */
function namedArguments(context: Context, node: py.Call): ts.Expression[] | string {
  if (node.kwargs && !only(context.typeOf(node.kwargs), "dict")) return "**kwargs of a type that is not known";
  const star = node.starargs && iterated(context, node.starargs);
  if (node.starargs && !star) return "*args of a type that is not known";
  // Python makes the keywords first.
  if (node.starargs && !isQuiet(context, node.starargs) && node.keywords.length > 0)
    return "called with *args and keywords";
  const given = node.args.map((e) => expression(context, e));
  const args = star && given.length === 0 ? array([spread(star)]) : array([...given, ...(star ? [spread(star)] : [])]);
  const keywords = node.keywords.map((k): readonly [string, ts.Expression] => [k.name, expression(context, k.value)]);
  return [
    args,
    ...(keywords.length > 0 ? [object(keywords)] : []),
    ...(node.kwargs ? [expression(context, node.kwargs)] : []),
  ];
}

/**
 * The arguments of a call with keywords for a method of a base class, of which only the running program knows where they go:
 *   super(C, self).__init__(*args, **kwargs)  →  super(...constructorArguments(Base, args, kwargs))
 * The reason where they cannot be written.
 *
 * @param node the call without the object
 * @param method the method as a value, null for `__init__`
 */
export function baseArguments(
  context: Context,
  node: py.Call,
  { fn, wraps }: FuncType,
  method: ts.Expression | null,
): ts.SpreadElement[] | string {
  if (wraps !== null || !fn.owner) return "keywords for a decorated method of the base class";
  if (fn.name === "__init__" && (fn.initialisesLater || !context.sees(fn.owner)))
    return "keywords for an __init__ that waits";
  const given = namedArguments(context, node);
  if (typeof given === "string") return given;
  const held = method
    ? call(context.runtime("python", "bindMethod"), [thisValue(), method])
    : context.classId(fn.owner);
  return [
    spread(call(context.runtime("python", method ? "methodArguments" : "constructorArguments"), [held, ...given])),
  ];
}

/** A function that such a call may mean, with what it takes. */
export function taking(context: Context, fn: FunctionInfo, made: ts.Expression): ts.Expression {
  return isKnown(context, fn) ? takes(context, fn, made) : made;
}

/** The runtime has to know what the function takes. */
export const isKnown = (context: Context, fn: FunctionInfo): boolean =>
  context.checked.targets.has(fn) || context.checked.named.has(fn);

/** `takes(f, "f", 1, 2);`, after a declaration of `f`. */
export const takingDeclared = (context: Context, fn: FunctionInfo, name: ts.Identifier): ts.Statement[] =>
  isKnown(context, fn) ? [statement(takes(context, fn, name))] : [];

/** The same for the methods of a class: static { takes(this.prototype.show, "show", 1); } */
export function takingMethods(context: Context, cls: ClassInfo): readonly ts.StaticBlock[] {
  const methods = [...cls.methods].filter(([, m]) => !m.wraps && m.fn.owner === cls && isKnown(context, m.fn));
  if (methods.length === 0) return [];
  const body = methods.map(([name, { fn }]) => {
    const later = initialiserName(fn);
    if (later) return statement(takes(context, fn, member(member(thisValue(), "prototype"), later)));
    if (name === "__init__") return statement(takes(context, fn, thisValue()));
    const owner = fn.binding === "instance" ? member(thisValue(), "prototype") : thisValue();
    return statement(takes(context, fn, methodNamed(context, owner, name)));
  });
  return [{ type: "StaticBlock", body }];
}

const methodNamed = (context: Context, owner: ts.Expression, name: string): ts.Expression =>
  name === "__repr__"
    ? index(owner, context.runtime("python", "reprMethod"))
    : member(owner, name === "__str__" ? "toString" : context.names.property(name));

function takes(context: Context, fn: FunctionInfo, made: ts.Expression): ts.Expression {
  const { name, least, most } = arityOf(fn);
  if (context.checked.named.has(fn)) {
    const { positional, vararg, kwarg } = fn.node.params;
    const isMethod = fn.owner !== null && fn.binding !== "static";
    const names = (isMethod ? positional.slice(1) : positional).map(
      (p) => `${p.target.kind === "Name" ? p.target.id : ""}${p.default ? "=" : ""}`,
    );
    const all = [...(isMethod ? ["(self)"] : []), ...names, ...(vararg ? ["*"] : []), ...(kwarg ? ["**"] : [])];
    return call(context.runtime("python", "takesNamed"), [made, string(name), ...all.map((p) => string(p))]);
  }
  const upTo = most === Infinity ? id("Infinity") : number(most);
  return call(context.runtime("python", "takes"), [
    made,
    string(name),
    number(least),
    ...(least === most ? [] : [upTo]),
  ]);
}
