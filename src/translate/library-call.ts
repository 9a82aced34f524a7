import { isDynamic } from "../analysis/dynamic.ts";
import { listOf, type Type } from "../analysis/types.ts";
import { as, awaited, call, id, stringType, undefinedValue } from "../emit/build.ts";
import type { FunctionInfo } from "../analysis/entities.ts";
import { generatorsOf, waitsToIterate } from "../analysis/iterations.ts";
import { sequenceElement } from "../analysis/element.ts";
import { isAsyncIteration, iterated } from "./iterate.ts";
import type * as ts from "../emit/tree.ts";
import type { CallEmit, FunctionEntry } from "../library/entry.ts";
import { heldParameters } from "../library/held-method.ts";
import { library } from "../library/index.ts";
import {
  accepts,
  bindCall,
  type GivenArguments,
  type LibraryParameter,
  parseSignature,
  rejected,
  spreads,
} from "../library/signature.ts";
import type * as py from "../python/ast.ts";
import { superReceiver } from "./base-call.ts";
import { callback, handed } from "./callback.ts";
import type { Context } from "./context.ts";
import { counted } from "./counted.ts";
import { eitherMethod, sinkMethod } from "./either.ts";
import { expression, isMark } from "./expression.ts";
import { formatCall } from "./format.ts";
import { havingAttribute, heldBelow } from "./held-attribute.ts";
import { inOrder, isInOrder, partsOf } from "./in-order.ts";
import { isQuiet } from "./quiet.ts";
import { receiverOf } from "./receiver.ts";
import { spreadCall } from "./spread-call.ts";
import { head } from "./stand-in.ts";
import { reprOf, text } from "./text.ts";
import { condition, truth } from "./truth.ts";
import { tsType } from "./types.ts";
import { unknownCallee } from "./unknown-callee.ts";
import { has, isLong, only } from "../analysis/kinds.ts";
import { union, isPoison, members } from "../analysis/join.ts";
import { describe } from "../analysis/describe.ts";
import { libraryReference } from "./library-reference.ts";

export function libraryFunction(
  context: Context,
  node: py.Call,
  callee: Type & { k: "libfn" | "libclass" },
): ts.Expression {
  const entry = library.callable(callee);
  if (!entry) {
    const reference = callee.k === "libclass" ? null : libraryReference(context, callee, node);
    return reference ?? context.untranslated("U0102", `${callee.name.replace(/^builtins\./, "")}()`, node);
  }
  return boundLibraryCall(context, entry, node, id("undefined"), { k: "never" });
}

export function methodCall(
  context: Context,
  node: py.Call,
  callees: readonly (Type & { k: "method" })[],
): ts.Expression {
  if (node.func.kind !== "Attribute") return heldMethod(context, node, callees);
  const { attr } = node.func;
  const receivers = members(context.typeOf(node.func.value)).filter((m) => m.k !== "none" && m.k !== "unset");
  if (receivers.every((m) => keeps(m, attr))) return heldMethod(context, node, callees);
  if (receivers.some((m) => keeps(m, attr))) return unknownCallee(context, node);
  const entries = callees.map((m) => library.memberEntry(m.receiver, m.name));
  const [entry] = entries;
  if (entry?.kind !== "function") return unknownCallee(context, node);
  if (entries.some((e) => e !== entry))
    return (
      eitherMethod(context, node.func, (method, object, type) =>
        boundLibraryCall(context, method, node, object, type),
      ) ??
      sinkMethod(context, node, node.func) ??
      dynamicMethod(context, node, node.func)
    );
  const formatted = formatCall(context, node);
  if (formatted) return formatted;
  const receiver = context.typeOf(node.func.value);
  if (superReceiver(context, node.func))
    return context.untranslated("U0109", "super() of a class of the library, outside of a method", node);
  // A function of a built-in type, called on the type: `str.lower(text)`.
  if (receiver.k === "libfn" || (receiver.k === "libclass" && !library.classEntry(receiver.name)?.statics))
    return boundLibraryCall(context, entry, node, id("undefined"), receiver);
  const { object, type } = receiverOf(context, node.func);
  // Objects of several classes may have it of one base.
  if (!only(type, "instance") && members(type).length !== callees.length) return unknownCallee(context, node);
  const [callee] = callees;
  if (type.k === "lib" && callee?.receiver.k === "lib" && callee.receiver.name !== type.name) {
    const holder = heldBelow(context, type.name, node.func.attr);
    if (holder !== callee.receiver.name) return unknownCallee(context, node);
    return boundLibraryCall(
      context,
      entry,
      node,
      havingAttribute(context, object, holder, node.func.attr),
      callee.receiver,
    );
  }
  return boundLibraryCall(context, entry, node, object, type);
}

/** What is called is no method of the object, but the value of an attribute: `self.out = stream.write`. */
function keeps(owner: Type, name: string): boolean {
  switch (owner.k) {
    case "instance":
    case "class":
      return owner.cls.findAttribute(name) !== null && owner.cls.findMethod(name) === null;
    case "lib":
      return owner.fields?.get(name) != null && library.memberEntry(owner, name) === null;
    case "module":
      return owner.local;
    default:
      return false;
  }
}

/** A method of a value that may be of several kinds: where one of them alone has it, the value is made sure to be of that one. */
function dynamicMethod(context: Context, node: py.Call, func: py.Attribute): ts.Expression {
  const entry = library.memberEntry({ k: "unknown" }, func.attr);
  if (entry?.kind !== "function" || !isDynamic(context.typeOf(func.value))) return unknownCallee(context, node);
  const made = boundLibraryCall(context, entry, node, head(context, func.value), { k: "unknown" });
  return isMark(made) ? made : told(context, made, node);
}

/** What a call gives, where TypeScript does not know it. */
function told(context: Context, made: ts.Expression, node: py.Call): ts.Expression {
  const type = tsType(context, context.typeOf(node));
  return ["TSUnknownKeyword", "TSAnyKeyword", "TSNullKeyword"].includes(type.type) ? made : as(made, type);
}

/** A library method kept in a variable: an arrow function over its required parameters, made where it was taken. */
function heldMethod(context: Context, node: py.Call, callees: readonly (Type & { k: "method" })[]): ts.Expression {
  const required = callees.map((m) => heldParameters(m)?.length);
  const native = nativeArguments(context, node, callees);
  if (native) return call(expression(context, node.func), native);
  const plain = node.keywords.length === 0 && !node.starargs && !node.kwargs;
  if (plain && required.every((n) => n === node.args.length)) {
    const made = call(
      expression(context, node.func),
      node.args.map((a) => expression(context, a)),
    );
    // The type of such a function tells what it gives only where that does not depend on its arguments.
    return callees.some((m) => typeof library.callable(m)?.result === "function") ? told(context, made, node) : made;
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

export function boundLibraryCall(
  context: Context,
  entry: FunctionEntry,
  node: py.Call,
  receiverTs: ts.Expression,
  receiver: Type,
): ts.Expression {
  const bound = bindCall(entry.params, node);
  if (!bound.ok && spreads(entry, node)) return spreadCall(context, entry.spread, node, receiverTs);
  if (!bound.ok) return context.untranslated("U0105", bound.reason, node);
  return emitLibraryCall(context, entry, node, receiverTs, receiver, bound);
}

/** Writes a library call from its arguments by parameter; a type that the parameter does not take is no guess but a mark. */
export function emitLibraryCall(
  context: Context,
  entry: FunctionEntry,
  node: py.Expression,
  receiverTs: ts.Expression,
  receiver: Type,
  given: GivenArguments,
): ts.Expression {
  const { rest, star, kwargs } = given;
  const args = new Map([...given.args].map(([name, arg]) => [name, awaitedItems(context, arg)]));
  if (
    !entry.takesWaiting &&
    [...args.values(), ...rest].some((arg) => waitsToIterate(context.typeOf(arg), context.facts))
  )
    return context.untranslated("U0110", "an iterator that waits for its items, given to the library", node);
  for (const parameter of parseSignature(entry.params)) {
    const arg = args.get(parameter.name);
    if (!arg) continue;
    const type = context.typeOf(arg);
    const bad = type.k === "never" ? [type] : rejected(parameter, type);
    const checked =
      bad.every((m) => m.k === "json" || m.k === "unknown" || m.k === "none") &&
      parameter.accepts.some((a) => a === "text" || a === "number" || a === "int");
    if (parameter.accepts.length > 0 && bad.length > 0 && !checked && !mayBeData(parameter, type)) {
      return context.untranslated("U0104", `${parameter.name} is ${bad.map(describe).join(" or ")}`, node);
    }
  }
  const translated = new Map<string, ts.Expression>();
  /** Arguments that the rule has looked at. */
  const looked = new Set<string>();
  const argument = (name: string): py.Expression | undefined => {
    looked.add(name);
    return args.get(name);
  };
  const ts_ = (name: string): ts.Expression => {
    const known = translated.get(name);
    if (known) return known;
    const arg = argument(name);
    if (!arg) throw new Error(`argument ${name} is not given`);
    const made = narrowed(context, entry, name, arg);
    translated.set(name, made);
    return made;
  };
  const restTs = rest.map((e) => expression(context, e));
  const emit: CallEmit = {
    clock: context.facts.clock,
    receiver,
    receiverTs,
    resultType: context.typeOf(node),
    has: (name) => args.has(name),
    node: (name) => argument(name) ?? null,
    names: () => [...args.keys()],
    restNodes: () => rest,
    starNode: () => star,
    starType: () => star && context.typeOf(star),
    kwargsNode: () => kwargs,
    kwargsType: () => kwargs && context.typeOf(kwargs),
    type: (name) => {
      const arg = args.get(name);
      return arg ? context.typeOf(arg) : { k: "never" };
    },
    rest: () => rest.map((e) => context.typeOf(e)),
    ts: ts_,
    restTs: () => restTs,
    text: (name) => {
      const arg = args.get(name);
      return text(context, ts_(name), arg ? context.typeOf(arg) : { k: "never" }, node);
    },
    runtime: (barrel, name) => context.runtime(barrel, name),
    nodeImport: (module, name) => context.nodeImport(module, name),
    callResult: (type) => (type.k === "func" ? type.fn.returns.type : { k: "unknown" }),
    store: () => undefined,
    grow: () => undefined,
    callback: (name, types, asTest, keywords) => {
      const callee = argument(name);
      return callee
        ? callback(context, callee, types, node, asTest ?? false, keywords)
        : "a callable that is not given";
    },
    handed: (name, count) => {
      const callee = args.get(name);
      return callee ? handed(context, callee, count) : "a callable that is not given";
    },
    sends: () => undefined,
    waits: (type) => waitsToIterate(type, context.facts),
    catchesExit: (type) =>
      members(type).some((m) => m.k === "iter" && generatorsOf(m, context.facts).some(catchesExit)),
    truthOf: (value, type) => truth(context, value, type),
    operation: (op, left, right) => operation(context, node, op, argument(left), argument(right)),
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
  if (waiting && entry.runsCallbacks !== true)
    return context.untranslated("U0110", "a callback of the library that must be awaited", node);
  const made = entry.emit(emit);
  if (typeof made !== "string") {
    const dropped = [...args].find(([name, arg]) => !looked.has(name) && !isQuiet(context, arg));
    if (dropped) return context.untranslated("U0103", `${dropped[0]}, which is made though it changes nothing`, node);
    return arguedInOrder(context, node, made, emit, entry, translated, args, rest, restTs);
  }
  const cause = [...args.values()].find((arg) => isPoison(context.typeOf(arg)));
  if (!cause) return context.untranslated("U0103", made, node);
  // The mark stands where the argument was made: here, or above.
  const value = expression(context, cause);
  return isMark(value) ? value : context.followsMark(node);
}

function operation(
  context: Context,
  node: py.Expression,
  op: py.BinaryOperator | py.CompareOperator,
  left: py.Expression | undefined,
  right: py.Expression | undefined,
): ts.Expression {
  if (!left || !right) throw new Error("an operator has two operands");
  const { start, end } = node;
  const made: py.Expression = isComparison(op)
    ? { kind: "Compare", left, ops: [op], comparators: [right], start, end }
    : { kind: "BinOp", op, left, right, start, end };
  context.facts.record(made, context.typeOf(node));
  return expression(context, made);
}

const comparisons: ReadonlySet<string> = new Set("== != < <= > >= is in".split(" ").concat("is not", "not in"));

const isComparison = (op: py.BinaryOperator | py.CompareOperator): op is py.CompareOperator => comparisons.has(op);

/** The call with its object and arguments made once each and in Python's order: where `made` has them otherwise, it is written anew over names for them. */
function arguedInOrder(
  context: Context,
  node: py.Expression,
  made: ts.Expression,
  emit: CallEmit,
  entry: FunctionEntry,
  translated: Map<string, ts.Expression>,
  args: ReadonlyMap<string, py.Expression>,
  rest: readonly py.Expression[],
  restTs: readonly ts.Expression[],
): ts.Expression {
  const object =
    node.kind === "Call" && node.func.kind === "Attribute" && !isMark(emit.receiverTs) && !isSuper(emit.receiverTs)
      ? node.func.value
      : null;
  const given = [...translated].map(([name, value]) => ({ name, value, node: args.get(name)! }));
  const all = [...given, ...restTs.map((value, i) => ({ name: null, value, node: rest[i]! }))].toSorted(
    (a, b) => a.node.start - b.node.start,
  );
  const receiver = object && emit.receiver.k !== "never" && emit.receiver.k !== "libclass" ? object : null;
  const first = receiver ? [{ value: emit.receiverTs, node: receiver }] : [];
  const parts = partsOf(context, [...first, ...all]);
  if (isInOrder(parts, made)) return made;
  const ordered = inOrder(context, parts, (values) => {
    const [receiverTs, ...others] = receiver ? values : [emit.receiverTs, ...values];
    all.forEach(({ name }, i) => name !== null && translated.set(name, others[i]!));
    const restAgain = others.filter((_, i) => all[i]!.name === null);
    const again = entry.emit({ ...emit, receiverTs: receiverTs!, restTs: () => restAgain });
    return typeof again === "string" ? made : again;
  });
  return (
    ordered ??
    context.untranslated("U0103", "arguments that are made in another order, and have to be waited for", node)
  );
}

/** The base class in a call of its method, which is no value. */
const isSuper = (receiver: ts.Expression): boolean => receiver.type === "Identifier" && receiver.name === "super";

/** All items of an iterator that waits, where the call goes through them at once. */
function awaitedItems(context: Context, arg: py.Expression): py.Expression {
  if (!isAsyncIteration(context, arg)) return arg;
  const items = iterated(context, arg);
  if (!items) return arg;
  const elem = union(members(context.typeOf(arg)).map((m) => sequenceElement(m, context.facts.clock)));
  const made = awaited(call(context.runtime("python", "collected"), [items]));
  return context.stand(made, listOf(context.facts.clock, elem), arg);
}

/** The generator's own text has a handler that GeneratorExit would get to. */
const catchesExit = ({ module, node }: FunctionInfo): boolean =>
  /\bexcept\s*:|GeneratorExit|BaseException/.test(module.source.text.slice(node.start, node.end));

const isAsyncCallable = (type: Type): boolean => members(type).some((m) => m.k === "func" && m.fn.async);

/** The data of a request in a variable that held what they were made of before: `data = urlencode(data)` under a condition. */
const mayBeData = (parameter: LibraryParameter, type: Type): boolean =>
  parameter.accepts.includes("data") &&
  has(type, "dict", "list", "tuple") &&
  members(type).some((m) => parameter.accepts.some((a) => a !== "none" && accepts(a, m)));

/** A value whose type is checked when it runs, where the parameter needs text or a number and it may be something else. */
function narrowed(context: Context, entry: FunctionEntry, name: string, arg: py.Expression): ts.Expression {
  const parameter = parseSignature(entry.params).find((p) => p.name === name);
  const value = expression(context, arg);
  const type = context.typeOf(arg);
  if (!parameter || parameter.accepts.length === 0) return value;
  if (type.k === "poison")
    return parameter.accepts.includes("text") && !isMark(value) ? as(value, stringType()) : value;
  if (
    isLong(type) &&
    !parameter.accepts.includes("long") &&
    parameter.accepts.some((a) => a === "int" || a === "number")
  )
    return call(context.runtime("python", parameter.accepts.includes("int") ? "exactInteger" : "longToFloat"), [value]);
  const bad = rejected(parameter, type);
  const isCounted = parameter.accepts.some((a) => a === "int" || a === "number") && !parameter.accepts.includes("bool");
  if (bad.length === 0) return isCounted ? counted(value, type) : value;
  if (mayBeData(parameter, type)) return call(context.runtime("http", "requireData"), [value]);
  const feature =
    parameter.accepts.includes("text") || parameter.accepts.includes("data") ? "requireText" : "requireNumber";
  return call(context.runtime("python", feature), [value]);
}
