import { arityOf } from "../analysis/call-fit.ts";
import type { FunctionInfo } from "../analysis/entities.ts";
import { type Type } from "../analysis/types.ts";
import {
  anyType,
  as,
  call,
  construct,
  id,
  nullType,
  member,
  number,
  object,
  spread,
  string,
  tupleType,
  typeRef,
  undefinedValue,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression, isMark } from "./expression.ts";
import { iterated, starred } from "./iterate.ts";
import { tsType } from "./types.ts";
import { passesOn } from "./wrapper.ts";
import { onlyForwarded } from "./keyword-parameters.ts";
import { has, only } from "../analysis/kinds.ts";
import { errorArgument } from "../library/exception-classes.ts";

/** Arguments of a call that is never made, as a reader would write them: keywords in an object at the end. */
export function plainArguments(
  context: Context,
  node: py.Call,
  argument: (context: Context, node: py.Expression) => ts.Expression = expression,
): (ts.Expression | ts.SpreadElement)[] {
  const given = node.args.map((a) => argument(context, a));
  const named = node.keywords.map((k): readonly [string, ts.Expression] => [k.name, argument(context, k.value)]);
  const { properties } = object(named);
  const loose = node.kwargs !== null && !only(context.typeOf(node.kwargs), "dict", "none", "poison");
  const kwargs = node.kwargs && expression(context, node.kwargs);
  const more = kwargs ? [spread(loose && !isMark(kwargs) ? as(kwargs, anyType()) : kwargs)] : [];
  const keywords: ts.ObjectExpression = { type: "ObjectExpression", properties: [...properties, ...more] };
  return [...given, ...spreadOf(context, node), ...(keywords.properties.length > 0 ? [keywords] : [])];
}

/** The arguments in the order of the parameters; the reason when they cannot be put so. */
export function bindArguments(
  context: Context,
  node: py.Call,
  fn: FunctionInfo,
  skipFirst: boolean,
): (ts.Expression | ts.SpreadElement)[] | string {
  if (passesOn(context, node)) return [...node.args.map((a) => expression(context, a)), ...spreadOf(context, node)];
  const { params } = fn.node;
  const named = [...(skipFirst ? params.positional.slice(1) : params.positional), ...params.kwonly];
  if (node.kwargs) return keywordsOf(context, node, fn, named) ?? forwardedKeywords(context, node, named);
  if (node.starargs) {
    if (node.keywords.length > 0) return "called with *args and keywords";
    const given = node.args.map((a) => expression(context, a));
    const left = named.slice(given.length);
    if (params.vararg) {
      if (left.length > 0 && params.kwarg) return "called with *args that fill named parameters";
      const keywords = params.kwarg ? [undefinedValue()] : [];
      if (left.every((p) => p.default))
        return [...given.slice(0, named.length), ...keywords, ...given.slice(named.length), ...spreadOf(context, node)];
    }
    const least = left.filter((p) => !p.default).length;
    const before = given.length + (skipFirst ? 1 : 0);
    const most = params.vararg ? id("Infinity") : number(left.length);
    const held = context.typeOf(node.starargs);
    // `f(*pair)` → `f(...pair)`
    if (held.k === "tuple" && held.items.length >= least && (params.vararg || held.items.length <= left.length))
      return [...given, spread(expression(context, node.starargs))];
    const items = iterated(context, node.starargs);
    if (!items) return "*args of a type that is not known";
    const checked = call(
      context.runtime("python", "argumentsFor"),
      [items, number(least), most, string(arityOf(fn).name), ...(before > 0 ? [number(before)] : [])],
      [
        given.length === 0
          ? parametersType(context, node.func, fn, left)
          : tupleType([...left.map((p) => tsType(context, parameterType(fn, p))), ...restOf(context, fn)]),
      ],
    );
    return [...given, spread(checked)];
  }
  if (node.args.length > named.length && !params.vararg)
    return `${fn.name}() takes ${named.length} arguments, ${node.args.length} are given`;
  const slots: (ts.Expression | undefined)[] = node.args.map((a, i) => passed(context, fn, named[i], a));
  const collected: [string, ts.Expression][] = [];
  for (const keyword of node.keywords) {
    const at = named.findIndex((p) => p.target.kind === "Name" && p.target.id === keyword.name);
    if (at < 0 && params.kwarg) {
      collected.push([keyword.name, untoldText(context, keyword.value)]);
      continue;
    }
    if (at < 0) return `${fn.name}() has no parameter ${keyword.name}`;
    if (slots[at]) return `${fn.name}() gets ${keyword.name} twice`;
    slots[at] = passed(context, fn, named[at], keyword.value);
  }
  const missing = named.findIndex((p, i) => !p.default && !slots[i]);
  if (missing >= 0) {
    const p = named[missing];
    return `${fn.name}() misses ${p?.target.kind === "Name" ? p.target.id : "an argument"}`;
  }
  const rest = slots.splice(named.length);
  if (collected.length > 0) slots[named.length] = keywordArgument(context, fn, collected);
  else if (params.kwarg && rest.length > 0) slots[named.length] = undefinedValue();
  else if (rest.length > 0 && slots.length < named.length) slots.length = named.length;
  return Array.from([...slots, ...rest], (slot) => slot ?? undefinedValue());
}

/**
 * An argument. Where nothing is known of it, its type is that of the parameter, which other calls tell; a variable that only later holds
 * something else is None.
 */
function passed(
  context: Context,
  fn: FunctionInfo,
  parameter: py.Parameter | undefined,
  node: py.Expression,
): ts.Expression {
  const made = expression(context, node);
  const wanted = parameter && fn.passed(parameter)?.type;
  const type = context.typeOf(node);
  if (!wanted || has(wanted, "unknown", "poison") || wanted.k === "never" || isMark(made)) return made;
  if (has(type, "unknown")) return as(made, tsType(context, wanted));
  const isNone = only(wanted, "none") && only(type, "none") && made.type === "Identifier";
  return isNone ? as(made, nullType()) : made;
}

/** `Parameters<typeof f>`, or of a method by its class; a list of types where what is called has no name of its own. */
function parametersType(
  context: Context,
  func: py.Expression,
  fn: FunctionInfo,
  left: readonly py.Parameter[],
): ts.TypeNode {
  if (fn.owner && func.kind === "Attribute") {
    const method: ts.TypeNode = {
      type: "TSIndexedAccessType",
      objectType: typeRef(context.classId(fn.owner)),
      indexType: { type: "TSLiteralType", literal: string(context.names.property(fn.name)) },
    };
    return typeRef("Parameters", [method]);
  }
  const symbol = func.kind === "Name" ? context.module.bindings.symbols.get(func) : undefined;
  if (symbol?.writes.length !== 1 || symbol.writes[0]?.node !== fn.node)
    return tupleType([...left.map((p) => tsType(context, parameterType(fn, p))), ...restOf(context, fn)]);
  return typeRef("Parameters", [{ type: "TSTypeQuery", exprName: id(context.names.variable(fn.name)) }]);
}

/** `...string[]` of a function that collects the rest. */
function restOf(context: Context, fn: FunctionInfo): ts.TypeNode[] {
  const { vararg } = fn.node.params;
  const type = vararg && parameterType(fn, vararg);
  return type ? [{ type: "TSRestType", typeAnnotation: tsType(context, type) }] : [];
}

const parameterType = (fn: FunctionInfo, p: py.Parameter): Type => fn.passed(p)?.type ?? { k: "unknown" };

/** A value; a text of which a part comes of an untranslated place is one to TypeScript, and nobody knows what the others are beside it. */
function untoldText(context: Context, node: py.Expression): ts.Expression {
  const made = expression(context, node);
  const isText = made.type === "TemplateLiteral" || made.type === "Identifier";
  return isText && context.typeOf(node).k === "poison" ? as(made, anyType()) : made;
}

/** The keywords that a function collects: an object where it only hands them on, else the dict that Python makes. */
function keywordArgument(
  context: Context,
  fn: FunctionInfo,
  collected: readonly [string, ts.Expression][],
): ts.Expression {
  const { kwarg } = fn.node.params;
  const symbol = kwarg?.target.kind === "Name" ? fn.scope.symbols.get(kwarg.target.id) : undefined;
  const handedOn = symbol && onlyForwarded(context, fn, symbol);
  return handedOn ? object(collected) : call(context.runtime("python", "collectKeywords"), [object(collected)]);
}

/** `f(a, *rest, **d)` where `f` collects keywords and its other parameters are given: it gets a copy of the dict. */
function keywordsOf(
  context: Context,
  node: py.Call,
  fn: FunctionInfo,
  named: readonly py.Parameter[],
): (ts.Expression | ts.SpreadElement)[] | null {
  const { kwarg } = fn.node.params;
  const symbol = kwarg?.target.kind === "Name" ? fn.scope.symbols.get(kwarg.target.id) : undefined;
  const known = node.kwargs && only(context.typeOf(node.kwargs), "dict");
  if (!symbol || !known || !node.kwargs || node.keywords.length > 0 || node.args.length < named.length) return null;
  if (fn.node.kind !== "FunctionDef") return null;
  const given = node.args.map((a) => expression(context, a));
  const held = expression(context, node.kwargs);
  const placed = (keywords: ts.Expression): (ts.Expression | ts.SpreadElement)[] => [
    ...given.slice(0, named.length),
    keywords,
    ...given.slice(named.length),
    ...spreadOf(context, node),
  ];
  // An object that both only hand on.
  if (onlyForwarded(context, fn, symbol)) return isKeywordObject(context, node.kwargs) ? placed(held) : null;
  // The callee's own dict is filled in the order of the one that is handed to it.
  const handed = isKeywordObject(context, node.kwargs)
    ? call(context.runtime("python", "collectKeywords"), [held])
    : held;
  return placed(call(context.runtime("python", "dictFromPairs"), [handed]));
}

/** The function's own `**kwargs`, where that is an object: it only hands them on. */
export function isKeywordObject(context: Context, node: py.Expression): boolean {
  const { fn } = context.frame;
  const { kwarg } = fn?.node.params ?? {};
  if (node.kind !== "Name" || fn?.node.kind !== "FunctionDef" || fn.forwards) return false;
  const symbol = kwarg?.target.kind === "Name" ? fn.scope.symbols.get(kwarg.target.id) : undefined;
  return (
    symbol !== undefined && context.module.bindings.symbols.get(node) === symbol && onlyForwarded(context, fn, symbol)
  );
}

/** `g(a, **kwargs)`: each parameter that is left takes the keyword of its name. */
function forwardedKeywords(context: Context, node: py.Call, named: readonly py.Parameter[]): ts.Expression[] | string {
  const { fn } = context.frame;
  const kwarg = fn?.node.params.kwarg;
  if (!fn || node.kwargs?.kind !== "Name" || kwarg?.target.kind !== "Name" || kwarg.target.id !== node.kwargs.id)
    return "called with **kwargs";
  if (node.starargs || node.keywords.length > 0) return "called with **kwargs and more";
  const names = named.map((p) => (p.target.kind === "Name" ? p.target.id : ""));
  const unknown = [...fn.keywords.keys()].find((k) => !names.slice(node.args.length).includes(k));
  if (unknown) return `**kwargs may hold ${unknown}, which is no parameter here`;
  const held = id(context.names.variable(kwarg.target.id));
  const rest = named.slice(node.args.length).map((p, i): ts.Expression | string => {
    const name = names[node.args.length + i] ?? "";
    if (fn.keywords.has(name)) return p.default ? member(held, name) : `${name} may be missing in **kwargs`;
    return p.default ? undefinedValue() : `${name} is missing`;
  });
  const bad = rest.find((r) => typeof r === "string");
  if (typeof bad === "string") return bad;
  const args = [...node.args.map((a) => expression(context, a)), ...(rest as ts.Expression[])];
  while (args.at(-1)?.type === "Identifier" && (args.at(-1) as ts.Identifier).name === "undefined") args.pop();
  return args;
}

/** `**kwargs` as a dict, also where the function has an object for them. */
export const keywordDict = (context: Context, node: py.Expression): ts.Expression => {
  const held = expression(context, node);
  return isKeywordObject(context, node) ? call(context.runtime("python", "collectKeywords"), [held]) : held;
};

/** `dict(*args, **kwargs)`: updateFrom(new Dict<string, number>(), "dict", args, kwargs); null where these are of no such types. */
export function spreadDict(
  context: Context,
  { args, keywords, starargs, kwargs }: py.Call,
  result: Type,
): ts.Expression | null {
  if (result.k !== "dict" || !starargs || args.length > 0 || keywords.length > 0) return null;
  if (!only(context.typeOf(starargs), "sequence", "list") || (kwargs && !only(context.typeOf(kwargs), "dict")))
    return null;
  const held = [result.key.type, result.value.type].map((type) => tsType(context, type));
  const empty = construct(context.runtime("python", "Dict"), [], held);
  const given = [starred(context, starargs), ...(kwargs ? [keywordDict(context, kwargs)] : [])];
  return call(context.runtime("python", "updateFrom"), [empty, string("dict"), ...given]);
}

/** The arguments of an exception of the library, which takes any number of them; the reason where those of `*args` are not known. */
export function exceptionArguments(
  context: Context,
  node: py.Call,
  base: string,
): (ts.Expression | ts.SpreadElement)[] | string {
  const given = node.args.map((a) => madeFrom(context, a));
  if (!node.starargs) return given;
  const takesAny = base.startsWith("exceptions.") && !base.includes("Unicode");
  const items = takesAny ? iterated(context, node.starargs) : null;
  return items ? [...given, spread(items)] : "an exception made from *args";
}

/** An argument of an exception. */
export const madeFrom = (context: Context, arg: py.Expression): ts.Expression =>
  errorArgument(expression(context, arg), context.typeOf(arg), (barrel, name) => context.runtime(barrel, name));

const spreadOf = (context: Context, node: py.Call): ts.SpreadElement[] =>
  node.starargs ? [spread(starred(context, node.starargs))] : [];
