import type { FunctionInfo } from "../analysis/entities.ts";
import { type FuncType, none, type Type } from "../analysis/types.ts";
import {
  annotation,
  as,
  id,
  promiseType,
  tupleType,
  typeRef,
  array,
  call,
  optionalType,
  string,
  unionType,
  unknownType,
  voidType,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { resultType, tsType } from "./types.ts";
import { members, union } from "../analysis/join.ts";
import { walk } from "../python/walk.ts";

/**
 * Decorators: a function that makes a wrapper `def inner(*args, **kwargs)` around a callable parameter.
 * Around one function of the program the wrapper has that function's types:
 *   function logged(f: (n: number) => string) { function inner(...args: Parameters<typeof f>): string { return f(...args); } … }
 * Around several it is generic: `f: (...args: A) => R`.
 */

/** The functions that a wrapper may stand for; null when it is none. */
export function wrapped(context: Context, fn: FunctionInfo): readonly FuncType[] | null {
  const { forwards } = fn;
  if (!forwards) return null;
  const found = members(context.facts.variable(forwards).type).filter((m) => m.k === "func");
  return found.length > 0 ? found : null;
}

/** The wrapper stands for functions of several types. */
export const isGeneric = (context: Context, fn: FunctionInfo): boolean => (wrapped(context, fn)?.length ?? 0) > 1;

/** The wrapper that a function makes. */
export function wrapperMadeBy(context: Context, fn: FunctionInfo): FunctionInfo | null {
  if (fn.node.kind !== "FunctionDef") return null;
  for (const s of fn.node.body.body) {
    const inner = s.kind === "FunctionDef" ? context.facts.functions.get(s) : undefined;
    if (inner?.forwards && fn.params.has(inner.forwards) && wrapped(context, inner)) return inner;
  }
  return null;
}

/** `<A extends unknown[], R>` of a function that makes a generic wrapper. */
export function genericParameters(context: Context, fn: FunctionInfo): ts.TypeParameter[] {
  const made = wrapperMadeBy(context, fn);
  if (!made || !isGeneric(context, made)) return [];
  return [
    { type: "TSTypeParameter", name: id("A"), constraint: { type: "TSArrayType", elementType: unknownType() } },
    { type: "TSTypeParameter", name: id("R") },
  ];
}

/** The type of the parameter that a generic wrapper calls; null for any other parameter. */
export function genericCallable(context: Context, fn: FunctionInfo, symbol: PySymbol | undefined): ts.TypeNode | null {
  const made = wrapperMadeBy(context, fn);
  if (!made || made.forwards !== symbol || !isGeneric(context, made)) return null;
  return {
    type: "TSFunctionType",
    parameters: [
      ...leading(made).map((p) => id(p.name, tsType(context, p.type))),
      { type: "RestElement", argument: id("args"), typeAnnotation: annotation(typeRef("A")) },
    ],
    returnType: annotation(genericResult(wrapped(context, made) ?? [])),
  };
}

function genericResult(functions: readonly FuncType[]): ts.TypeNode {
  const waiting = typeRef("Promise", [typeRef("R")]);
  if (functions.every((f) => f.fn.async)) return waiting;
  return functions.some((f) => f.fn.async) ? unionType([typeRef("R"), waiting]) : typeRef("R");
}

/** The type of a wrapper's `...args`. */
export function wrapperArguments(context: Context, fn: FunctionInfo): ts.TypeNode | null {
  if (!wrapped(context, fn) || !fn.forwards) return null;
  if (isGeneric(context, fn)) return typeRef("A");
  const own = leading(fn).length;
  const [only] = wrapped(context, fn) ?? [];
  if (only && takesDictBetween(only.fn) && takesKeywords(context, fn))
    return { type: "TSArrayType", elementType: { type: "TSAnyKeyword" } };
  if (own > 0 && only) return restTuple(context, only.fn, own);
  return typeRef("Parameters", [{ type: "TSTypeQuery", exprName: id(context.symbolName(fn.forwards)) }]);
}

/** The parameters of a wrapper before its `*args`. */
const leading = (fn: FunctionInfo): readonly { readonly name: string; readonly type: Type }[] =>
  fn.node.params.positional.map((p) => ({
    name: p.target.kind === "Name" ? p.target.id : "pair",
    type: fn.passed(p)?.type ?? { k: "unknown" },
  }));

/** What a function takes after its first parameters: `[string, number?]`. */
export function restTuple(context: Context, fn: FunctionInfo, skipped: number): ts.TypeNode {
  const { positional, kwonly, vararg } = fn.node.params;
  if (vararg) return { type: "TSArrayType", elementType: { type: "TSAnyKeyword" } };
  return tupleType(
    [...positional.slice(skipped), ...kwonly].map((p): ts.TypeNode => {
      const type = tsType(context, fn.passed(p)?.type ?? { k: "unknown" });
      return p.default ? optionalType(type) : type;
    }),
  );
}

/** The declared result of a wrapper: what it passes on, and what it gives itself. */
export function wrapperResult(context: Context, fn: FunctionInfo): ts.TypeNode | null {
  const functions = wrapped(context, fn);
  if (!functions) return null;
  if (functions.length > 1 && fn.returnsValue) return fn.async ? promiseType(typeRef("R")) : typeRef("R");
  const [only] = functions;
  const passed = (only && resultType(only.fn)) ?? none;
  // What it passes back is no part of what inference takes for its own result.
  const givesMore = fn.returns.type.k !== "never";
  const own = givesMore ? (resultType(fn) ?? none) : fn.returnsNothing ? none : passed;
  const node = fn.returnsValue ? tsType(context, union([passed, own])) : voidType();
  return fn.async ? promiseType(node) : node;
}

/** `f(*args, **kwargs)` with what the wrapper was given itself. */
export function passesOn(context: Context, node: py.Expression): boolean {
  const { fn } = context.frame;
  return (
    node.kind === "Call" &&
    fn !== null &&
    fn.forwards !== null &&
    node.starargs !== null &&
    context.module.bindings.symbols.get(node.func as py.Name) === fn.forwards &&
    wrapped(context, fn) !== null
  );
}

/** The wrapper looks at its arguments: it does more with `*args` and `**kwargs` than to pass them on. */
export const looksAtArguments = (context: Context, fn: FunctionInfo): boolean =>
  [fn.node.params.vararg, fn.node.params.kwarg].some((p) => {
    const symbol = p?.target.kind === "Name" ? fn.scope.symbols.get(p.target.id) : undefined;
    return symbol !== undefined && !onlyPassedOn(context, symbol);
  });

/**
 * Some wrapper that looks at its arguments is called with keywords, or adds some: then all wrappers of the program take these as one last
 * argument, and hand them on by name. Where none does, calls are put in the order of the wrapped function's parameters, and no keywords are left.
 */
const keywordsAreTold = (context: Context): boolean =>
  [...context.facts.functions.values()].some(
    (fn) =>
      fn.forwards !== null &&
      fn.node.params.kwarg !== null &&
      (addsKeywords(fn) || (fn.keywordCalled && looksAtArguments(context, fn))),
  );

/** `kwargs[k] = v`, `kwargs.setdefault(…)`, `kwargs.update(…)`, or another function that may do so. */
function addsKeywords(fn: FunctionInfo): boolean {
  const { kwarg } = fn.node.params;
  const name = kwarg?.target.kind === "Name" ? kwarg.target.id : null;
  const isOwn = (e: py.Node): boolean => e.kind === "Name" && e.id === name;
  let adds = false;
  walk(fn.node, (node) => {
    if (node.kind === "Assign" || node.kind === "AugAssign") {
      const targets = node.kind === "Assign" ? node.targets : [node.target];
      adds ||= targets.some((t) => t.kind === "Subscript" && isOwn(t.value));
    }
    if (node.kind !== "Call") return;
    const { func } = node;
    if (func.kind === "Attribute" && isOwn(func.value)) adds ||= func.attr === "setdefault" || func.attr === "update";
    else adds ||= func.kind !== "Name" || !READING.has(func.id) ? node.args.some(isOwn) : false;
  });
  return adds;
}

/** Built-in functions that leave a dict as it is. */
const READING = new Set(["len", "sorted", "str", "repr", "list", "tuple", "dict", "bool", "set", "frozenset"]);

/** The wrapper takes keywords as they are. */
export const takesKeywords = (context: Context, fn: FunctionInfo): boolean =>
  fn.forwards !== null && fn.node.params.kwarg !== null && keywordsAreTold(context);

/** Its dict of other keywords stands between its parameters and what `*rest` collects. */
export const takesDictBetween = ({ node }: FunctionInfo): boolean =>
  node.params.vararg !== null && node.params.kwarg !== null;

/** A function with its parameters' names, which wrappers hand keywords to. */
export function toldParameters(context: Context, fn: FunctionInfo, made: ts.Expression): ts.Expression {
  const { positional, kwonly, kwarg, vararg } = fn.node.params;
  if (!keywordsAreTold(context) || fn.forwards !== null) return made;
  const names = [...positional, ...kwonly].map((p) => (p.target.kind === "Name" ? p.target.id : ""));
  return call(context.runtime("python", "withParameters"), [
    array([...names, ...(kwarg ? ["**"] : []), ...(kwarg && vararg ? ["*"] : [])].map((name) => string(name))),
    made,
  ]);
}

/**
 * `logged(f)`, a decorator called as any other function, whose wrapper hands keywords on by name: the arguments, with the names of f's
 * parameters; the reason where it is not known which function that is.
 */
export function toldArguments(
  context: Context,
  node: py.Call,
  { fn, self }: FuncType,
  args: readonly (ts.Expression | ts.SpreadElement)[],
): (ts.Expression | ts.SpreadElement)[] | string {
  const made = wrapperMadeBy(context, fn);
  if (!made || !takesKeywords(context, made)) return [...args];
  const positional = self ? fn.node.params.positional.slice(1) : fn.node.params.positional;
  const at = positional.findIndex(
    ({ target }) => target.kind === "Name" && fn.scope.symbols.get(target.id) === made.forwards,
  );
  const given = node.args[at] && context.typeOf(node.args[at]);
  if (given?.k !== "func" || given.self) return "a wrapper that hands keywords on to one of several functions";
  return args.map((arg, i) =>
    i !== at || given.wraps || arg.type === "SpreadElement" ? arg : toldParameters(context, given.fn, arg),
  );
}

/** Every use of the parameter is `*name` or `**name` in the call of the wrapped function. */
export const onlyPassedOn = (context: Context, symbol: PySymbol): boolean =>
  symbol.occurrences.every((o) => o.write || ("id" in o.node && context.facts.passedOn.has(o.node)));

/** What a generic wrapper passes on, as the type that the wrapper's own code needs: `f(...args) as string | number`. */
export function passedOn(context: Context, node: py.Expression, made: ts.Expression): ts.Expression {
  const { fn } = context.frame;
  return fn && passesOn(context, node) && isGeneric(context, fn)
    ? as(made, tsType(context, context.typeOf(node)))
    : made;
}

/** `*args` of a generic wrapper, where it looks at them: `args as unknown as string[]`, since of `A` TypeScript knows nothing. */
export function lookedAt(context: Context, node: py.Name, made: ts.Expression): ts.Expression {
  const { fn } = context.frame;
  const vararg = fn?.forwards ? fn.node.params.vararg?.target : null;
  if (!fn || vararg?.kind !== "Name" || vararg.id !== node.id || !isGeneric(context, fn)) return made;
  if (context.facts.passedOn.has(node) || fn.scope.symbols.get(node.id) !== context.module.bindings.symbols.get(node))
    return made;
  return as(as(made, unknownType()), tsType(context, context.typeOf(node)));
}

/** What a wrapper gives of its own: of a generic one TypeScript is told that it is what the wrapped function may give. */
export const givenBack = (context: Context, fn: FunctionInfo, value: ts.Expression): ts.Expression =>
  fn.forwards && isGeneric(context, fn) ? as(value, typeRef("R")) : value;

/** What a generic wrapper returns: `result as R`; what it only passes back needs no word. */
export function passedBack(context: Context, node: py.Expression, value: ts.Expression): ts.Expression {
  const { fn } = context.frame;
  if (!fn?.forwards || !isGeneric(context, fn)) return value;
  return passesOn(context, node) && value.type === "TSAsExpression" ? value.expression : as(value, typeRef("R"));
}
