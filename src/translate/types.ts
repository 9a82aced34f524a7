import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import { calledByLibrary } from "../analysis/class-support.ts";
import { type FuncType, innermost, str, type Type } from "../analysis/types.ts";
import {
  arrayType,
  booleanType,
  id,
  annotation,
  neverType,
  nullType,
  numberType,
  promiseType,
  string,
  stringType,
  tupleType,
  typeRef,
  undefinedType,
  unionType,
  unknownType,
  voidType,
  anyType,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { waitsToIterate } from "../analysis/iterations.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { heldParameters } from "../library/held-method.ts";
import { library } from "../library/index.ts";
import { adapterType } from "./adapter.ts";
import type { Context } from "./context.ts";
import { keywordsType, onlyForwarded } from "./keyword-parameters.ts";
import { unwrittenReason } from "./unwritten-class.ts";
import { describe } from "../analysis/describe.ts";
import { has, isBytes, only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** How deep types nest before what they hold counts as unknown: functions that take each other have no end. */
const MAX_DEPTH = 9;

/** The TypeScript type of a Python type. What is not known is `unknown`; a value that an untranslated place would have made is too. */
export function tsType(context: Context, type: Type, depth = 0): ts.TypeNode {
  if (depth > MAX_DEPTH) return unknownType();
  const inner = (t: Type): ts.TypeNode => tsType(context, t, depth + 1);
  const unique = new Map<string, ts.TypeNode>();
  const isJson = has(type, "json");
  for (const m of members(type)) {
    // An empty container beside JSON values is one of them.
    if (isJson && (m.k === "dict" ? m.value.type.k === "never" : m.k === "list" && m.elem.type.k === "never")) continue;
    const node = one(context, m, inner);
    unique.set(typeKey(node), node);
  }
  // What an untranslated place would have made: the one boundary where nothing is known.
  if (members(type).some((m) => m.k === "poison")) return anyType();
  const all = [...unique.values()];
  // Nothing is ever put into it: what is read of it fits everywhere.
  if (all.length === 0) return depth > 0 ? anyType() : unknownType();
  if (all.some((n) => n.type === "TSUnknownKeyword")) return unknownType();
  // `null` reads last.
  all.sort((a, b) => Number(a.type === "TSNullKeyword") - Number(b.type === "TSNullKeyword"));
  return unionType(all);
}

function one(context: Context, type: Type, inner: (t: Type) => ts.TypeNode): ts.TypeNode {
  switch (type.k) {
    case "none":
      return nullType();
    case "bool":
      return booleanType();
    case "int":
    case "float":
      return numberType();
    case "long":
      return context.runtimeType("python", "Integer");
    case "str":
      return isBytes(type) ? typeRef("Uint8Array") : stringType();
    case "unicode":
      return stringType();
    case "bytes":
      return typeRef("Uint8Array");
    case "list":
    case "sequence":
      return context.recursive.within({ kind: "list", holds: type.elem.root }, "NestedList", () =>
        arrayType(inner(type.elem.type)),
      );
    case "set":
      return named(context.runtimeType("python", "PySet"), [inner(type.elem.type)]);
    case "iter":
      return context.recursive.within({ kind: "iter", holds: type.elem.root }, "NestedIterable", () =>
        typeRef(waitsToIterate(type, context.facts) ? "AsyncIterable" : "Iterable", [inner(type.elem.type)]),
      );
    case "dict":
      if (type.counts) return named(context.runtimeType("python", "Counter"), [inner(type.key.type)]);
      return (
        recordType(context, type) ??
        context.recursive.within({ kind: "dict", holds: type.identity }, "NestedDict", () =>
          named(context.runtimeType("python", "Dict"), [inner(type.key.type), inner(type.value.type)]),
        )
      );
    case "namedtuple":
      return { type: "TSTypeQuery", exprName: context.memberOf(type.of) };
    case "tuple": {
      if (type.of) return typeRef(context.memberOf(type.of));
      if (isClassTuple(type)) return context.runtimeType("python", "ClassInfo");
      // A tuple of one kind of value reads, and is passed around, as an array. (An int and a float are two kinds: they are shown differently.)
      const items = new Map(type.items.map((item) => inner(item)).map((node) => [typeKey(node), node]));
      const [item] = items.values();
      const isArray = type.items.length > 2 && items.size === 1 && new Set(type.items.map(describe)).size === 1;
      return item && isArray ? arrayType(item) : tupleType(type.items.map(inner));
    }
    case "instance":
      return isNamed(context, type.cls) ? typeRef(context.classId(type.cls)) : anyType();
    case "class":
      if (!isNamed(context, type.cls)) return anyType();
      return { type: "TSTypeQuery", exprName: context.classId(type.cls) };
    case "lib": {
      const exception = exceptionClasses.get(type.name);
      if (exception) return context.runtimeType(exception.barrel, exception.ts);
      const known = library.instanceType(type.name);
      if (!known) return unknownType();
      return known.tsType({
        runtimeType: (barrel, name) => context.runtimeType(barrel, name),
        fields: (type.fields?.entries ?? []).map(([name, t]) => [name, inner(t)]),
      });
    }
    case "libclass": {
      const exception = exceptionClasses.get(type.name);
      const known = exception
        ? { barrel: exception.barrel, name: exception.ts }
        : library.classEntry(type.name)?.runtime;
      return known
        ? { type: "TSTypeQuery", exprName: context.runtime(known.barrel, known.name) }
        : (adapterType(context, type, inner) ?? unknownType());
    }
    case "libfn":
      return adapterType(context, type, inner) ?? unknownType();
    case "func":
      return heldFunctionType(context, innermost(type), inner);
    case "method":
      return nativeMethodType(type, inner) ?? adapterType(context, type, inner) ?? methodType(type, inner);
    case "module": {
      const target = type.local ? context.program.byName.get(type.name) : undefined;
      // Of a module that is no value here nothing more is known where its name is bound to another: the import is marked.
      return target ? { type: "TSTypeQuery", exprName: context.imports.namespace(target) } : anyType();
    }
    case "json":
      return context.runtimeType("python", "Json");
    case "unset":
      return undefinedType();
    default:
      return unknownType();
  }
}

/** `(urllib2.URLError, socket.error)`: what `except` and `isinstance` take. */
export const isClassTuple = (type: Type): boolean =>
  type.k === "tuple" &&
  type.items.length > 0 &&
  type.items.every(
    (item) =>
      item.k !== "never" && members(item).every((m) => m.k === "libclass" || m.k === "class" || isClassTuple(m)),
  );

/** The runtime's own method handed on as a value: `OpenerDirector["open"]`. */
function nativeMethodType(type: Type & { k: "method" }, inner: (t: Type) => ts.TypeNode): ts.TypeNode | null {
  const entry = library.memberEntry(type.receiver, type.name);
  if (entry?.kind !== "function" || !entry.native) return null;
  return {
    type: "TSIndexedAccessType",
    objectType: inner(type.receiver),
    indexType: { type: "TSLiteralType", literal: string(entry.native) },
  };
}

/** A library method handed on as a value. */
function methodType(method: Type & { k: "method" }, inner: (t: Type) => ts.TypeNode): ts.TypeNode {
  const parameters = heldParameters(method);
  if (!parameters) return unknownType();
  const result = library.callable(method)?.result;
  const isTold = result !== undefined && typeof result !== "function" && result.k !== "none";
  return {
    type: "TSFunctionType",
    parameters: parameters.map(({ name, type }) => id(name, inner(type))),
    returnType: annotation(isTold ? inner(result) : unknownType()),
  };
}

const named = (reference: ts.TypeReference, args: readonly ts.TypeNode[]): ts.TypeReference => ({
  ...reference,
  typeArguments: { type: "TSTypeParameterInstantiation", params: args },
});

/** One that takes or gives itself has a name: `type GetValueFunction = (name: string | GetValueFunction) => string`. */
function heldFunctionType(context: Context, type: FuncType, inner: (t: Type) => ts.TypeNode): ts.TypeNode {
  const { fn } = type;
  const words = fn.name.split(/[^A-Za-z0-9]+/).map((word) => (word[0] ?? "").toUpperCase() + word.slice(1));
  return context.recursive.within({ kind: "function", holds: fn }, `${words.join("") || "Nested"}Function`, () =>
    functionType(context, type, inner),
  );
}

function functionType(context: Context, { fn, self }: FuncType, inner: (t: Type) => ts.TypeNode): ts.FunctionType {
  const { positional, vararg, kwonly, kwarg } = fn.node.params;
  // A method that has no object yet takes it first.
  const own = fn.owner && fn.binding !== "static" && self ? positional.slice(1) : positional;
  // In the order of the declaration: the rest is last.
  const parameters = [...own, ...kwonly, kwarg, vararg].flatMap((p): (ts.Identifier | ts.RestElement)[] => {
    if (!p) return [];
    const type = fn.passed(p)?.type ?? { k: "unknown" as const };
    const kept = p === kwarg && p.target.kind === "Name" ? fn.scope.symbols.get(p.target.id) : undefined;
    const isObject = kept !== undefined && onlyForwarded(context, fn, kept);
    const name = p.target.kind === "Name" ? context.names.variable(p.target.id) : `pair${positional.indexOf(p)}`;
    const parameter = id(name, isObject ? keywordsType(context, fn) : inner(type));
    if (p === vararg) {
      const { typeAnnotation, ...argument } = parameter;
      return [{ type: "RestElement", argument, ...(typeAnnotation && { typeAnnotation }) }];
    }
    return [p.default || p === kwarg ? { ...parameter, optional: true } : parameter];
  });
  return { type: "TSFunctionType", parameters, returnType: annotation(returnType(context, fn, inner)) };
}

/** The declared result of a function: `void` when it never gives a value, a promise when it must be awaited. */
export function returnType(context: Context, fn: FunctionInfo, inner = (t: Type) => tsType(context, t)): ts.TypeNode {
  if (fn.isGenerator) {
    // What goes through it with `for` sends nothing.
    const sent = fn.sent.type.k === "never" ? [] : [unionType([inner(fn.sent.type), undefinedType()])];
    return typeRef(fn.async ? "AsyncGenerator" : "Generator", [inner(fn.yields.type), voidType(), ...sent]);
  }
  const result = shownBy(fn) !== null ? str : (hookResult(fn) ?? resultType(fn));
  const node = result ? inner(result) : raisesForValue(fn) ? neverType() : voidType();
  return fn.async ? promiseType(node) : node;
}

/** It only raises, in place of a method that gives a value. */
const raisesForValue = (fn: FunctionInfo): boolean =>
  !fn.returnsValue &&
  !fn.returnsNothing &&
  fn.owner !== null &&
  fn.owner.lineage.slice(1).some((base) => base.methods.get(fn.name)?.fn.returnsValue === true);

/** The name of a method that must give text and may return something else: `__repr__`. Null for any other. */
export function shownBy(fn: FunctionInfo): string | null {
  const isShown = fn.owner !== null && (fn.name === "__str__" || fn.name === "__repr__");
  const { type } = fn.returns;
  if (!isShown || !fn.returnsValue || fn.returnsNothing || fn.isGenerator || has(type, "poison")) return null;
  return type.k === "never" || only(type, "str", "unicode") ? null : fn.name;
}

/** What a method that the library calls has to give, where it may give None as well; null for any other. */
export function hookResult(fn: FunctionInfo): Type | null {
  const gives = fn.owner ? calledByLibrary(fn.owner)[fn.name]?.gives : undefined;
  if (!gives || fn.returnsNothing || !has(fn.returns.type, "none")) return null;
  return only(fn.returns.type, gives.k, "none") ? gives : null;
}

/** What a call gives, None included where control may fall off the end; null when nothing is ever returned. */
export function resultType(fn: FunctionInfo): Type | null {
  if (!fn.returnsValue) return null;
  const { type } = fn.returns;
  if (type.k === "none" || type.k === "never") return type.k === "none" ? { k: "none" } : { k: "unknown" };
  return fn.returnsNothing
    ? { k: "union", members: [...members(type).filter((m) => m.k !== "none"), { k: "none" }] }
    : type;
}

/** The type of a record of which each key has its own type. */
function recordType(context: Context, type: Type & { k: "dict" }): ts.TypeNode | null {
  const name = type.record && context.records.nameOf(type.record);
  return name ? named(context.runtimeType("python", "RecordDict"), [typeRef(name)]) : null;
}

/** A key by which equal type nodes are the same. */
export function typeKey(node: ts.TypeNode): string {
  return JSON.stringify(node, (name, value: unknown) => (name === "loc" ? undefined : value));
}

/** The class is there to be named. */
const isNamed = (context: Context, cls: ClassInfo): boolean =>
  !context.facts.undone.has(cls) && context.sees(cls) && unwrittenReason(context, cls) === null;

/** Whether a declaration needs no annotation, since TypeScript infers the very type from its initial value. */
export function isEvident(declared: Type, initial: Type): boolean {
  if (declared.k !== initial.k) return false;
  switch (declared.k) {
    case "bool":
    case "int":
    case "float":
    case "unicode":
    case "instance":
    case "lib":
    case "str":
    case "list":
    case "set":
    case "dict":
    case "json":
    case "poison":
    case "func":
    case "class":
      return true;
    default:
      return false;
  }
}
