import { allParameters, type ClassInfo, type FunctionInfo } from "../analysis/entities.ts";
import { passesSelf } from "../analysis/infer-call.ts";
import { classAlternatives, mayBe, surelyIs } from "../analysis/narrow.ts";
import { has, isPoison, members, only, type FuncType, type Type, without } from "../analysis/types.ts";
import {
  array,
  as,
  binary,
  call,
  construct,
  id,
  logical,
  member,
  method,
  number,
  object,
  spread,
  string,
  stringType,
  tupleType,
  typeRef,
  undefinedValue,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { CallEmit, CallTypes, FunctionEntry } from "../library/entry.ts";
import { exceptionClasses, holders } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import { heldParameters } from "../library/held-method.ts";
import { bindCall, parseSignature, rejected } from "../library/signature.ts";
import type * as py from "../python/ast.ts";
import { markEager } from "./comprehension.ts";
import type { Context } from "./context.ts";
import { describe } from "../analysis/types.ts";
import { expression, isMark, libraryReference } from "./expression.ts";
import { formatCall } from "./format.ts";
import { onlyForwarded } from "./function.ts";
import { iterated } from "./iterate.ts";
import { isQuiet } from "./quiet.ts";
import { describeForReader, reprOf, text } from "./text.ts";
import { condition, truth } from "./truth.ts";
import { tsType } from "./types.ts";
import { looksAtArguments, passesOn } from "./wrapper.ts";

/** `callee(arguments)`. */
export function callExpression(context: Context, node: py.Call): ts.Expression {
  markEager(context, node);
  const special = specialCall(context, node);
  if (special) return special;
  const callee = context.typeOf(node.func);
  const kinds = members(callee);
  const [first] = kinds;
  if (!first) return unknownCallee(context, node);
  if (kinds.every((m) => m.k === "func" || m.k === "class" || m.k === "instance"))
    return userCall(context, node, kinds);
  if (kinds.every((m) => m.k === "method")) return methodCall(context, node, kinds as (Type & { k: "method" })[]);
  if (kinds.length > 1) return unknownCallee(context, node);
  switch (first.k) {
    case "libfn":
    case "libclass":
      return libraryFunction(context, node, first);
    case "poison":
      if (isOrigin(context, node.func)) return unknownCallee(context, node);
      return call(
        expression(context, node.func),
        node.args.map((a) => expression(context, a)),
      );
    default:
      return unknownCallee(context, node);
  }
}

/** Whether it is here that something without counterpart comes in, rather than a value that an earlier mark would have made. */
export function isOrigin(context: Context, node: py.Expression): boolean {
  if (node.kind === "Name") {
    const symbol = context.module.bindings.symbols.get(node);
    return !symbol || symbol.writes.length === 0 || symbol.writes.some((w) => "asname" in w.node);
  }
  if (node.kind !== "Attribute") return false;
  return !isPoison(context.typeOf(node.value)) || isOrigin(context, node.value);
}

/** A callee that the table does not have or that is not known: one mark for the whole call. */
function unknownCallee(context: Context, node: py.Call): ts.Expression {
  const { func } = node;
  if (func.kind === "Attribute") {
    const receiver = context.typeOf(func.value);
    if (receiver.k === "module" && !receiver.local) {
      const name = `${receiver.name}.${func.attr}`;
      if (!library.hasModule(receiver.name)) return context.untranslated("U0101", `${name}: no counterpart`, node);
      const entry = library.entry(receiver.name, func.attr);
      if (entry?.kind === "refused") return context.untranslated("U0103", `${name}: ${entry.reason}`, node);
      return context.untranslated("U0102", name, node);
    }
    if (isPoison(receiver)) return context.untranslated("U0101", `${context.source(func)}: no counterpart`, node);
    const known = without(receiver, "none");
    if (
      known.k === "lib" ||
      known.k === "str" ||
      known.k === "unicode" ||
      known.k === "list" ||
      known.k === "dict" ||
      known.k === "set"
    ) {
      const entry = library.memberEntry(known, func.attr);
      if (entry?.kind === "refused")
        return context.untranslated("U0103", `${describe(known)}.${func.attr}: ${entry.reason}`, node);
      return context.untranslated("U0102", `.${func.attr}() of ${describe(known)}`, node);
    }
    return context.untranslated("U0104", `.${func.attr}() of ${describeForReader(receiver)}`, node);
  }
  if (func.kind === "Name") {
    const symbol = context.module.bindings.symbols.get(func);
    const entry = library.entry("builtins", func.id);
    if (!symbol && entry?.kind === "refused") {
      return context.untranslated(
        func.id === "eval" || func.id === "execfile" ? "U0107" : "U0103",
        `${func.id}: ${entry.reason}`,
        node,
      );
    }
    if (!symbol && !entry && !library.hasBuiltin(func.id)) {
      if (pythonBuiltins.has(func.id)) return context.untranslated("U0102", `built-in ${func.id}`, node);
      const star = context.module.bindings.module.starImports[0];
      if (star) return context.untranslated("U0101", `${func.id}, perhaps of ${star.module}`, node);
      return context.untranslated("U0111", `${func.id} is not defined`, node);
    }
    const imported = symbol?.occurrences.find((o) => o.write)?.node;
    if (!imported || !("asname" in imported)) {
      return context.untranslated("U0104", `${func.id} is not known to be a function`, node);
    }
    return context.untranslated("U0101", `${func.id}: no counterpart`, node);
  }
  return context.untranslated("U0104", "what is called is not known", node);
}

/** Names that Python 2 has and the table does not. */
const pythonBuiltins: ReadonlySet<string> = new Set(
  (
    "apply basestring bin buffer bytearray bytes callable classmethod cmp coerce complex delattr dir file format frozenset getattr hasattr hash help " +
    "id input intern isinstance issubclass iter long memoryview next object pow print property raw_input reduce setattr slice staticmethod super " +
    "type unicode"
  ).split(" "),
);

// ── functions, methods and classes of the program ────────────────────────────────────────────────────────────────────────

function userCall(context: Context, node: py.Call, callees: readonly Type[]): ts.Expression {
  const [first] = callees;
  if (!first) return unknownCallee(context, node);
  if (first.k === "class") {
    const init = first.cls.findMethod("__init__");
    // Classes that are made alike may be made through one name: `cls(…)` in a class method.
    if (callees.some((m) => m.k !== "class" || !madeAlike(m.cls, first.cls))) return unknownCallee(context, node);
    const made = init ? null : libraryInstance(context, node, first);
    if (made) return made;
    const args = init ? bindArguments(context, node, init.method.fn, true) : exceptionArguments(context, node, first);
    if (typeof args === "string") return context.untranslated("U0105", args, node);
    const cls = expression(context, node.func);
    // A constructor cannot await: an `__init__` that does is a method, called right after.
    return init?.method.fn.async ? call(member(construct(cls), "init"), args) : construct(cls, args);
  }
  const targets = callees.map((m): FuncType | null => {
    if (m.k === "func") return m.wraps ? { ...m.wraps, self: m.self ?? m.wraps.self } : m;
    const found = m.k === "instance" ? m.cls.findMethod("__call__") : null;
    return found ? { ...found.method, self: m } : null;
  });
  const shapes = targets.map((t) => (t ? signatureKey(t) : "?"));
  const [target] = targets;
  // Several possible callees must take the arguments alike.
  if (!target || (new Set(shapes).size > 1 && (node.keywords.length > 0 || node.kwargs) && !passesOn(context, node))) {
    return unknownCallee(context, node);
  }
  const args = bindArguments(context, node, target.fn, isMethodCall(target));
  if (typeof args === "string") return context.untranslated("U0105", args, node);
  const watched = callees.some((m) => m.k === "func" && m.wraps !== null && looksAtArguments(context, m.fn));
  if (watched && node.keywords.length > 0)
    return context.untranslated("U0105", "keywords for a decorated function whose wrapper looks at them", node);
  return call(calleeExpression(context, node.func, callees), args);
}

const madeAlike = (a: ClassInfo, b: ClassInfo): boolean => {
  const [x, y] = [a, b].map((cls) => cls.findMethod("__init__")?.method ?? null);
  if (!x || !y) return x === y && a.libraryBase === b.libraryBase;
  return x.fn.async === y.fn.async && signatureKey(x) === signatureKey(y);
};

/** An object of a class that has its constructor from the library. */
function libraryInstance(context: Context, node: py.Call, type: Type & { k: "class" }): ts.Expression | null {
  const entry = library.classEntry(type.cls.libraryBase ?? "")?.constructor;
  if (!entry) return null;
  const made = boundLibraryCall(context, entry, node, id("undefined"), { k: "never" });
  return made.type === "NewExpression" ? construct(expression(context, node.func), made.arguments) : made;
}

const signatureKey = (f: FuncType): string =>
  allParameters(f.fn.node.params)
    .map((p) => (p.target.kind === "Name" ? p.target.id : "()"))
    .join(",") + (f.self ? "|self" : "");

const isMethodCall = (f: FuncType): boolean => f.fn.owner !== null && f.fn.binding !== "static" && f.self !== null;

/** `obj.method` as a callee keeps its object; as a value it would be bound. */
function calleeExpression(context: Context, func: py.Expression, callees: readonly Type[]): ts.Expression {
  if (callees.some((m) => m.k === "instance")) return member(expression(context, func), "__call__");
  if (func.kind !== "Attribute") return expression(context, func);
  const receiver = context.typeOf(func.value);
  if (receiver.k === "module") return expression(context, func);
  const base = superReceiver(context, func);
  if (base) return base;
  if (receiver.k === "instance" && !receiver.cls.findMethod(func.attr)) return expression(context, func);
  const some = without(receiver, "none");
  let object = expression(context, func.value);
  if (has(receiver, "none") && some.k !== "never")
    object = call(context.runtime("python", "notNone"), [object, string(func.attr)]);
  const found = sharedMethod(some, func.attr);
  if (found && found.method.fn.binding !== "instance") return staticMethod(context, object, found, func.attr);
  return member(object, context.names.property(func.attr));
}

/** The method that every alternative has from one class, or overrides. */
function sharedMethod(type: Type, name: string): { readonly method: FuncType; readonly cls: ClassInfo } | null {
  const all = members(type).map((m) => (m.k === "instance" ? m.cls : null));
  const [first] = all;
  const roots = first?.lineage.filter((cls) => all.every((c) => c?.lineage.includes(cls) && cls.findMethod(name)));
  return roots?.[0]?.findMethod(name) ?? null;
}

/** A static or class method of an object is its class's in TypeScript: by name, unless a subclass may be meant. */
function staticMethod(
  context: Context,
  object: ts.Expression,
  { method: { fn }, cls }: { readonly method: FuncType; readonly cls: ClassInfo },
  name: string,
): ts.Expression {
  const derived = [...context.facts.classes.values()].filter((c) => c !== cls && c.lineage.includes(cls));
  const open = derived.some((c) => fn.binding === "class" || c.methods.has(name));
  const owner = open
    ? as(member(object, "constructor"), { type: "TSTypeQuery", exprName: context.classId(cls) })
    : context.classId(cls);
  return member(owner, context.names.property(name));
}

/** `super(C, self).m` and `Base.m` called with self. */
function superReceiver(context: Context, func: py.Attribute): ts.Expression | null {
  const { value } = func;
  if (value.kind === "Call" && value.func.kind === "Name" && value.func.id === "super") {
    return member({ type: "Super" }, context.names.property(func.attr));
  }
  return null;
}

/** The arguments in the order of the parameters; the reason when they cannot be put so. */
function bindArguments(
  context: Context,
  node: py.Call,
  fn: FunctionInfo,
  skipFirst: boolean,
): (ts.Expression | ts.SpreadElement)[] | string {
  if (passesOn(context, node)) return spreadOf(context, node);
  const { params } = fn.node;
  const named = [...(skipFirst ? params.positional.slice(1) : params.positional), ...params.kwonly];
  if (node.kwargs) return keywordsOf(context, node, fn, named) ?? forwardedKeywords(context, node, named);
  if (node.starargs) {
    if (node.keywords.length > 0) return "called with *args and keywords";
    const given = node.args.map((a) => expression(context, a));
    if (params.vararg) {
      if (given.length < named.length && params.kwarg) return "called with *args that fill named parameters";
      const keywords = params.kwarg ? [undefinedValue()] : [];
      return [...given.slice(0, named.length), ...keywords, ...given.slice(named.length), ...spreadOf(context, node)];
    }
    const left = named.slice(given.length);
    const least = left.filter((p) => !p.default).length;
    const items = iterated(context, node.starargs);
    if (!items) return "*args of a type that is not known";
    const checked = call(
      context.runtime("python", "argumentsFor"),
      [items, number(least), number(left.length), string(fn.name)],
      [
        given.length === 0
          ? parametersType(context, node.func, fn, left)
          : tupleType(left.map((p) => tsType(context, parameterType(fn, p)))),
      ],
    );
    return [...given, spread(checked)];
  }
  if (node.args.length > named.length && !params.vararg)
    return `${fn.name}() takes ${named.length} arguments, ${node.args.length} are given`;
  const slots: (ts.Expression | undefined)[] = node.args.map((a) => expression(context, a));
  const collected: [string, ts.Expression][] = [];
  for (const keyword of node.keywords) {
    const at = named.findIndex((p) => p.target.kind === "Name" && p.target.id === keyword.name);
    if (at < 0 && params.kwarg) {
      collected.push([keyword.name, expression(context, keyword.value)]);
      continue;
    }
    if (at < 0) return `${fn.name}() has no parameter ${keyword.name}`;
    if (slots[at]) return `${fn.name}() gets ${keyword.name} twice`;
    slots[at] = expression(context, keyword.value);
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
    return tupleType(left.map((p) => tsType(context, parameterType(fn, p))));
  return typeRef("Parameters", [{ type: "TSTypeQuery", exprName: id(context.names.variable(fn.name)) }]);
}

const parameterType = (fn: FunctionInfo, p: py.Parameter): Type => {
  const symbol = p.target.kind === "Name" ? fn.scope.symbols.get(p.target.id) : undefined;
  return (symbol && fn.params.get(symbol)?.type) ?? { k: "unknown" };
};

/** The keywords that a function collects: an object where it only hands them on, else the dict that Python makes. */
function keywordArgument(
  context: Context,
  fn: FunctionInfo,
  collected: readonly [string, ts.Expression][],
): ts.Expression {
  const { kwarg } = fn.node.params;
  const symbol = kwarg?.target.kind === "Name" ? fn.scope.symbols.get(kwarg.target.id) : undefined;
  const handedOn = symbol && fn.node.kind === "FunctionDef" && onlyForwarded(symbol, fn.node.body, context);
  return handedOn ? object(collected) : call(context.runtime("python", "dictFromKeywords"), [object(collected)]);
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
  if (fn.node.kind !== "FunctionDef" || onlyForwarded(symbol, fn.node.body, context)) return null;
  const given = node.args.map((a) => expression(context, a));
  const copy = construct(context.runtime("python", "Dict"), [
    array([spread(method(expression(context, node.kwargs), "entries"))]),
  ]);
  return [...given.slice(0, named.length), copy, ...given.slice(named.length), ...spreadOf(context, node)];
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

const spreadOf = (context: Context, node: py.Call): ts.SpreadElement[] =>
  node.starargs ? [spread(expression(context, node.starargs))] : [];

/** A class without `__init__` of its own: an exception takes any arguments, another none. */
function exceptionArguments(context: Context, node: py.Call, type: Type & { k: "class" }): ts.Expression[] | string {
  const base = type.cls.libraryBase;
  if (base && exceptionClasses.has(base)) {
    if (node.keywords.length > 0 || node.starargs || node.kwargs) return `${type.cls.name}() with keywords`;
    return node.args.map((a) => expression(context, a));
  }
  return node.args.length + node.keywords.length === 0 ? [] : `${type.cls.name}() takes no arguments`;
}

// ── the library ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function libraryFunction(context: Context, node: py.Call, callee: Type & { k: "libfn" | "libclass" }): ts.Expression {
  const entry = library.callable(callee);
  if (!entry) {
    const reference = callee.k === "libclass" ? null : libraryReference(context, callee, node);
    return reference ?? context.untranslated("U0102", `${callee.name.replace(/^builtins\./, "")}()`, node);
  }
  return boundLibraryCall(context, entry, node, id("undefined"), { k: "never" });
}

function methodCall(context: Context, node: py.Call, callees: readonly (Type & { k: "method" })[]): ts.Expression {
  if (node.func.kind !== "Attribute") return heldMethod(context, node, callees);
  const entries = callees.map((m) => library.memberEntry(m.receiver, m.name));
  const [entry] = entries;
  if (entry?.kind !== "function" || entries.some((e) => e !== entry)) return unknownCallee(context, node);
  const formatted = formatCall(context, node);
  if (formatted) return formatted;
  const receiver = context.typeOf(node.func.value);
  const base = superReceiver(context, node.func);
  if (base)
    return call(
      base,
      node.args.map((a) => expression(context, a)),
    );
  let object = expression(context, node.func.value);
  const some = without(receiver, "none");
  if (members(some).length !== callees.length) return unknownCallee(context, node);
  if (has(receiver, "none")) object = call(context.runtime("python", "notNone"), [object, string(node.func.attr)]);
  return boundLibraryCall(context, entry, node, object, some);
}

/** A library method kept in a variable: an arrow function over its required parameters, made where it was taken. */
function heldMethod(context: Context, node: py.Call, callees: readonly (Type & { k: "method" })[]): ts.Expression {
  const required = callees.map((m) => heldParameters(m)?.length);
  const native = nativeArguments(context, node, callees);
  if (native) return call(expression(context, node.func), native);
  const plain = node.keywords.length === 0 && !node.starargs && !node.kwargs;
  if (plain && required.every((n) => n === node.args.length)) {
    return call(
      expression(context, node.func),
      node.args.map((a) => expression(context, a)),
    );
  }
  return context.untranslated("U0103", `${callees[0]?.name ?? "a method"} kept in a variable and called`, node);
}

/** The arguments, in order, of the runtime's own method kept in a variable; null where it is another. */
function nativeArguments(
  context: Context,
  node: py.Call,
  callees: readonly (Type & { k: "method" })[],
): ts.Expression[] | null {
  const entries = callees.map((m) => library.memberEntry(m.receiver, m.name));
  const [entry] = entries;
  if (entry?.kind !== "function" || !entry.native || entries.some((e) => e !== entry)) return null;
  const bound = bindCall(entry.params, node);
  if (!bound.ok) return null;
  const made = parseSignature(entry.params).map((parameter) => {
    const arg = bound.args.get(parameter.name);
    return arg ? narrowed(context, entry, parameter.name, arg) : undefinedValue();
  });
  return made.slice(0, made.findLastIndex((_, i) => bound.args.has(parseSignature(entry.params)[i]?.name ?? "")) + 1);
}

function boundLibraryCall(
  context: Context,
  entry: FunctionEntry,
  node: py.Call,
  receiverTs: ts.Expression,
  receiver: Type,
): ts.Expression {
  const bound = bindCall(entry.params, node);
  if (!bound.ok) return context.untranslated("U0105", bound.reason, node);
  return emitLibraryCall(context, entry, node, receiverTs, receiver, bound.args, bound.rest, bound.star);
}

/** Writes a library call from its arguments by parameter; a type that the parameter does not take is no guess but a mark. */
export function emitLibraryCall(
  context: Context,
  entry: FunctionEntry,
  node: py.Expression,
  receiverTs: ts.Expression,
  receiver: Type,
  args: ReadonlyMap<string, py.Expression>,
  rest: readonly py.Expression[],
  star: py.Expression | null = null,
): ts.Expression {
  for (const parameter of parseSignature(entry.params)) {
    const arg = args.get(parameter.name);
    if (!arg) continue;
    const type = context.typeOf(arg);
    const bad = type.k === "never" ? [type] : rejected(parameter, type);
    const checked =
      bad.every((m) => m.k === "json" || m.k === "unknown" || m.k === "none") &&
      parameter.accepts.some((a) => a === "text" || a === "number" || a === "int");
    if (parameter.accepts.length > 0 && bad.length > 0 && !checked) {
      return context.untranslated("U0104", `${parameter.name} is ${bad.map(describe).join(" or ")}`, node);
    }
  }
  const translated = new Map<string, ts.Expression>();
  const ts_ = (name: string): ts.Expression => {
    const known = translated.get(name);
    if (known) return known;
    const arg = args.get(name);
    if (!arg) throw new Error(`argument ${name} is not given`);
    const made = narrowed(context, entry, name, arg);
    translated.set(name, made);
    return made;
  };
  const emit: CallEmit = {
    clock: context.facts.clock,
    receiver,
    receiverTs,
    resultType: context.typeOf(node),
    has: (name) => args.has(name),
    node: (name) => args.get(name) ?? null,
    names: () => [...args.keys()],
    restNodes: () => rest,
    starNode: () => star,
    type: (name) => {
      const arg = args.get(name);
      return arg ? context.typeOf(arg) : { k: "never" };
    },
    rest: () => rest.map((e) => context.typeOf(e)),
    ts: ts_,
    restTs: () => rest.map((e) => expression(context, e)),
    text: (name) => {
      const arg = args.get(name);
      return text(context, ts_(name), arg ? context.typeOf(arg) : { k: "never" }, node);
    },
    runtime: (barrel, name) => context.runtime(barrel, name),
    nodeImport: (module, name) => context.nodeImport(module, name),
    callResult: (type) => (type.k === "func" ? type.fn.returns.type : { k: "unknown" }),
    store: () => undefined,
    apply: (name, argument, type, asTest) => apply(context, args.get(name), argument, type, node, asTest ?? false),
    truthOf: (value, type) => truth(context, value, type),
    translate: (e) => expression(context, e),
    typeOf: (e) => context.typeOf(e),
    truth: (e) => condition(context, e),
    assume: (code, message) => context.report(code as "A0105", message, node),
    caught: () => {
      const name = context.frame.caught.at(-1);
      return name === undefined ? null : id(name);
    },
    hazard: (code, message) => context.report(code as "H0102", message, node),
    tsType: (type) => tsType(context, type),
    reprOf: (type) => reprOf(context, type, node),
  };
  const waiting = [...args.values()].find((arg) => isAsyncCallable(context.typeOf(arg)));
  if (waiting) return context.untranslated("U0110", "a callback of the library that must be awaited", node);
  const made = entry.emit(emit);
  if (typeof made !== "string") return made;
  const cause = [...args.values()].find((arg) => isPoison(context.typeOf(arg)));
  if (!cause) return context.untranslated("U0103", made, node);
  // The mark stands where the argument was made: here, or above.
  const value = expression(context, cause);
  return isMark(value) ? value : context.followsMark(node);
}

/** A callable given to the library, applied to one value. */
function apply(
  context: Context,
  callee: py.Expression | undefined,
  argument: ts.Expression,
  type: Type,
  node: py.Expression,
  asTest: boolean,
): ts.Expression | string {
  if (!callee) return "a callable that is not given";
  const kind = context.typeOf(callee);
  const given = context.stand(argument, type, node);
  const made: py.Call = {
    kind: "Call",
    func: callee,
    args: [given],
    keywords: [],
    starargs: null,
    kwargs: null,
    start: node.start,
    end: node.end,
  };
  let result: Type;
  if (kind.k === "func") result = kind.fn.returns.type;
  else {
    const entry = library.callable(kind);
    if (!entry) return "a callable that is not known";
    const fixed = entry.result;
    result = typeof fixed === "function" ? fixed(resultOf(context, type)) : fixed;
    if (kind.k === "libclass" && result.k === "never") result = library.instance(kind.name);
  }
  context.facts.record(made, result);
  const value = kind.k === "func" ? call(expression(context, callee), [argument]) : expression(context, made);
  return asTest ? truth(context, value, result) : value;
}

/** The types of a call with one argument. */
const resultOf = (context: Context, type: Type): CallTypes => ({
  clock: context.facts.clock,
  receiver: { k: "never" },
  has: () => true,
  node: () => null,
  names: () => [],
  restNodes: () => [],
  starNode: () => null,
  type: () => type,
  rest: () => [],
  callResult: () => ({ k: "unknown" }),
  store: () => undefined,
});

const isAsyncCallable = (type: Type): boolean => members(type).some((m) => m.k === "func" && m.fn.async);

/** A value whose type is checked when it runs, where the parameter needs text or a number and it may be something else. */
function narrowed(context: Context, entry: FunctionEntry, name: string, arg: py.Expression): ts.Expression {
  const parameter = parseSignature(entry.params).find((p) => p.name === name);
  const value = expression(context, arg);
  const type = context.typeOf(arg);
  if (!parameter || parameter.accepts.length === 0) return value;
  if (type.k === "poison")
    return parameter.accepts.includes("text") && !isMark(value) ? as(value, stringType()) : value;
  const bad = rejected(parameter, type);
  if (bad.length === 0) return value;
  const feature =
    parameter.accepts.includes("text") || parameter.accepts.includes("data") ? "requireText" : "requireNumber";
  return call(context.runtime("python", feature), [value]);
}

// ── calls with a meaning of their own ────────────────────────────────────────────────────────────────────────────────────

function specialCall(context: Context, node: py.Call): ts.Expression | null {
  const { func } = node;
  const base = baseCall(context, node);
  if (base) return base;
  if (func.kind !== "Name" || context.module.bindings.symbols.get(func)) return null;
  const [first, second] = node.args;
  switch (func.id) {
    case "isinstance":
      return first && second && node.args.length === 2 ? isinstance(context, node, first, second) : null;
    case "hasattr":
      return first && second?.kind === "Str" && node.args.length === 2
        ? hasattr(context, node, first, second.value)
        : null;
    case "getattr":
      return first && second?.kind === "Str" ? getattr(context, node, first, second.value) : null;
    case "callable":
      return first
        ? binary(
            "===",
            { type: "UnaryExpression", operator: "typeof", prefix: true, argument: expression(context, first) },
            string("function"),
          )
        : null;
    default:
      return null;
  }
}

/** `Base.__init__(self, …)`, `super(C, self).m(…)`: calls of the class that this one derives from. */
function baseCall(context: Context, node: py.Call): ts.Expression | null {
  const { func } = node;
  const { cls, fn } = context.frame;
  if (func.kind !== "Attribute" || !cls || !fn) return null;
  const isSuper = func.value.kind === "Call" && func.value.func.kind === "Name" && func.value.func.id === "super";
  const receiver = isSuper ? null : context.typeOf(func.value);
  const named =
    receiver !== null &&
    passesSelf(node, fn) &&
    cls.bases.some(
      (b) =>
        (b.k === "class" && receiver.k === "class" && b.cls === receiver.cls) ||
        (b.k === "libclass" && receiver.k === "libclass" && b.name === receiver.name),
    );
  if (!isSuper && !named) return null;
  const root = cls.lineage.at(-1);
  if (isSuper && root && root.bases.length === 0)
    return context.untranslated("U0109", "super() of an old-style class: Python raises TypeError", node);
  const args = named ? node.args.slice(1) : node.args;
  const type = context.typeOf(func);
  const bound: py.Call = { ...node, args };
  if (type.k === "method" && !library.isException(cls.libraryBase ?? "")) {
    const entry = library.memberEntry(type.receiver, type.name);
    if (entry?.kind !== "function" || (func.attr === "__init__") !== (fn.name === "__init__"))
      return context.untranslated("U0105", "the base class's method is not known", node);
    return boundLibraryCall(context, entry, bound, id("super"), type.receiver);
  }
  const target =
    type.k === "func"
      ? bindArguments(context, bound, type.fn, true)
      : type.k === "method" && node.keywords.length === 0 && !node.starargs
        ? args.map((a) => expression(context, a))
        : "the base class's method is not known";
  if (typeof target === "string") return context.untranslated("U0105", target, node);
  if (func.attr === "__init__")
    return fn.name === "__init__"
      ? call(type.k === "func" && type.fn.async ? member({ type: "Super" }, "init") : { type: "Super" }, target)
      : context.untranslated("U0109", "__init__ of the base class outside of a constructor", node);
  return call(member({ type: "Super" }, context.names.property(func.attr)), target);
}

/** `isinstance(x, C)`: an `instanceof` or `typeof` chain; a constant where the types decide it. */
function isinstance(context: Context, node: py.Call, subject: py.Expression, classes: py.Expression): ts.Expression {
  const wanted = classAlternatives(context.typeOf(classes));
  const type = context.typeOf(subject);
  if (!wanted || type.k === "never")
    return context.untranslated("U0104", "isinstance() of classes that are not known", node);
  const isObject = wanted.some((c) => c.k === "libclass" && /^(builtins\.)?object$/.test(c.name));
  const isDecided =
    isObject || !has(type, "unknown", "json")
      ? isObject || members(type).every((m) => wanted.some((c) => surelyIs(m, c)))
        ? "true"
        : members(type).some((m) => wanted.some((c) => mayBe(m, c)))
          ? null
          : "false"
      : null;
  // The subject is made once, whatever the answer.
  if ((isDecided !== null || wanted.length > 1) && !isQuiet(context, subject))
    return context.untranslated("U0103", "isinstance() of what is not a plain value", node);
  if (isDecided !== null) return id(isDecided);
  const value = expression(context, subject);
  const tests: ts.Expression[] = [];
  for (const cls of wanted) {
    const test = instanceTest(context, value, type, cls);
    if (!test) return context.untranslated("U0104", `isinstance(${describeForReader(type)}, ${describe(cls)})`, node);
    tests.push(test);
  }
  return tests.reduce((a, b) => logical("||", a, b));
}

function instanceTest(context: Context, value: ts.Expression, type: Type, cls: Type): ts.Expression | null {
  const typeofIs = (name: string): ts.Expression =>
    binary("===", { type: "UnaryExpression", operator: "typeof", prefix: true, argument: value }, string(name));
  if (cls.k === "class") return binary("instanceof", value, context.classId(cls.cls));
  if (cls.k !== "libclass") return null;
  const exception = exceptionClasses.get(cls.name);
  if (exception) return binary("instanceof", value, context.runtime(exception.barrel, exception.ts));
  const own = library.classEntry(cls.name)?.runtime;
  if (own) return binary("instanceof", value, context.runtime(own.barrel, own.name));
  const mixed = has(type, "unknown", "json");
  const one = (kind: Type["k"], test: ts.Expression): ts.Expression | null =>
    mixed && kind !== "list" && kind !== "dict" ? null : test;
  switch (cls.name) {
    case "builtins.basestring":
      return typeofIs("string");
    case "builtins.unicode":
      return has(type, "str") ? null : typeofIs("string");
    case "builtins.str":
      return has(type, "unicode", "json", "unknown") ? null : typeofIs("string");
    case "builtins.list":
      return has(type, "tuple", "unknown") ? null : call(member(id("Array"), "isArray"), [value]);
    case "builtins.tuple":
      return has(type, "list", "unknown", "json") ? null : call(member(id("Array"), "isArray"), [value]);
    case "builtins.dict":
      return has(type, "unknown") ? null : binary("instanceof", value, context.runtime("python", "Dict"));
    case "builtins.bool":
      return typeofIs("boolean");
    case "builtins.int":
      return has(type, "float", "json", "unknown")
        ? null
        : one("int", logical("||", typeofIs("number"), typeofIs("boolean")));
    case "builtins.float":
      return has(type, "int", "json", "unknown") ? null : typeofIs("number");
    default:
      return null;
  }
}

/** `hasattr(e, 'code')`: which of the possible classes have the attribute. */
function hasattr(context: Context, node: py.Call, subject: py.Expression, name: string): ts.Expression {
  const type = context.typeOf(subject);
  const answers = attributeAnswers(context, type, name);
  if (!answers) return context.untranslated("U0104", `hasattr(…, '${name}') of ${describeForReader(type)}`, node);
  if (answers === "always") return id("true");
  if (answers === "never") return id("false");
  const value = expression(context, subject);
  return answers.map((cls): ts.Expression => binary("instanceof", value, cls)).reduce((a, b) => logical("||", a, b));
}

/** Whether values of a type have an attribute: always, never, or those that are instances of some exception classes; null: not known. */
function attributeAnswers(
  context: Context,
  type: Type,
  name: string,
): "always" | "never" | readonly ts.Expression[] | null {
  // What the table has of a module, refused or not, Python 2.7 has.
  if (type.k === "module" && !type.local) return library.entry(type.name, name) ? "always" : null;
  if (type.k === "lib" && library.isException(type.name)) {
    // Only a program's own handlers may have given it one.
    if (name === "status") return null;
    if (library.memberEntry(type, name) || name === "message" || name === "args") return "always";
    const top = holders(type.name, name)
      .map((n) => exceptionClasses.get(n))
      .filter((c) => c !== undefined);
    const own = [...context.facts.classes.values()].filter(
      (c) => c.libraryBase !== null && library.isSubclass(c.libraryBase, type.name),
    );
    if (own.some((c) => c.findAttribute(name) || c.findMethod(name))) return null;
    return top.length === 0 ? "never" : top.map((c) => context.runtime(c.barrel, c.ts));
  }
  return only(type, "instance") ? instancesWith(context, type, name) : null;
}

/** Which objects of the program have an attribute: those of which classes, where some have it and some not. */
function instancesWith(
  context: Context,
  type: Type,
  name: string,
): "always" | "never" | readonly ts.Expression[] | null {
  const sure = (cls: ClassInfo): boolean => cls.findMethod(name) !== null || context.classes.isSure(cls, name);
  const having = new Set<ClassInfo>();
  let always = true;
  for (const m of members(type)) {
    if (m.k !== "instance" || m.cls.libraryBase !== null || m.cls.findMethod("__getattr__")) return null;
    if (sure(m.cls)) {
      having.add(m.cls);
      continue;
    }
    always = false;
    for (const cls of context.facts.classes.values()) {
      if (!cls.lineage.includes(m.cls) || !(sure(cls) || cls.findAttribute(name))) continue;
      if (!sure(cls)) return null;
      having.add(cls);
    }
  }
  if (always) return "always";
  return having.size === 0 ? "never" : [...having].map((cls) => context.classId(cls));
}

function getattr(context: Context, node: py.Call, subject: py.Expression, name: string): ts.Expression {
  const type = context.typeOf(subject);
  const answers = attributeAnswers(context, type, name);
  const fallback = node.args[2];
  if (answers === "always") {
    return expression(context, {
      kind: "Attribute",
      value: subject,
      attr: name,
      attrSpan: subject,
      start: node.start,
      end: node.end,
    });
  }
  if (answers === "never" && fallback) return expression(context, fallback);
  return context.untranslated("U0104", `getattr(…, '${name}') of ${describeForReader(type)}`, node);
}
