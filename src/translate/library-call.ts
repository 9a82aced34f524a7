import { asArgument, partly } from "../analysis/built-in-part.ts";
import { type Type } from "../analysis/types.ts";
import { tupleGiven } from "../analysis/infer-library-call.ts";
import { id, index, number } from "../emit/build.ts";
import { waitsToIterate } from "../analysis/iterations.ts";
import type * as ts from "../emit/tree.ts";
import type { CallEmit, FunctionEntry } from "../library/entry.ts";
import { library } from "../library/index.ts";
import { bindCall, type GivenArguments, parseSignature, rejected, spreads, taken } from "../library/signature.ts";
import type * as py from "../python/ast.ts";
import { spreadDict } from "./arguments.ts";
import { callback, handed } from "./callback.ts";
import type { Context } from "./context.ts";
import { expression, isMark } from "./expression.ts";
import { mayCatchExit } from "./generator-exit.ts";
import { isQuiet } from "./quiet.ts";
import { spreadCall } from "./spread-call.ts";
import { reprOf, text } from "./text.ts";
import { truth, truthValue } from "./truth.ts";
import { withValue } from "./with-value.ts";
import { tsType } from "./types.ts";
import { isPoison, members } from "../analysis/join.ts";
import { describe } from "../analysis/describe.ts";
import { libraryReference } from "./library-reference.ts";
import { arguedInOrder } from "./argued-in-order.ts";
import { awaitedItems, mayBeData, narrowed } from "./library-argument.ts";
import { operation } from "./stand-in-operation.ts";

/** A call of a function or class of the library. */
export function libraryFunction(
  context: Context,
  node: py.Call,
  callee: Type & { k: "libfn" | "libclass" },
): ts.Expression {
  const entry = library.callable(callee);
  const spread = callee.name === "builtins.dict" ? spreadDict(context, node, context.typeOf(node)) : null;
  if (spread) return spread;
  if (!entry) {
    const reference = callee.k === "libclass" ? null : libraryReference(context, callee, node);
    return reference ?? context.untranslated("U0102", `${callee.name.replace(/^builtins\./, "")}()`, node);
  }
  return boundLibraryCall(context, entry, node, id("undefined"), { k: "never" });
}

/** A library call whose arguments are bound to the parameters of its entry; a mark where they do not fit. */
export function boundLibraryCall(
  context: Context,
  entry: FunctionEntry,
  node: py.Call,
  receiverTs: ts.Expression,
  receiver: Type,
): ts.Expression {
  const bound = bindCall(entry.params, node);
  if (!bound.ok && spreads(entry, node)) return spreadCall(context, entry.spread, node, receiverTs);
  const items = bound.ok ? null : tupleGiven(node, (e) => context.typeOf(e));
  const { starargs } = node;
  // The tuple is made last in Python, and first here.
  if (items && starargs && [...node.args, ...node.keywords.map((k) => k.value)].every((e) => isQuiet(context, e)))
    return withValue(context, starargs, (value) => {
      const given = items.map((type, i) => context.stand(index(value, number(i)), type, starargs));
      return boundLibraryCall(
        context,
        entry,
        { ...node, args: [...node.args, ...given], starargs: null },
        receiverTs,
        receiver,
      );
    });
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
  const typeOf = (e: py.Expression): Type => asArgument(context.typeOf(e), entry);
  const args = new Map([...given.args].map(([name, arg]) => [name, awaitedItems(context, arg)]));
  if (
    !entry.takesWaiting &&
    [...args.values(), ...rest].some((arg) => waitsToIterate(context.typeOf(arg), context.facts))
  )
    return context.untranslated("U0110", "an iterator that waits for its items, given to the library", node);
  for (const parameter of parseSignature(entry.params)) {
    const arg = args.get(parameter.name);
    if (!arg) continue;
    const type = typeOf(arg);
    const bad = type.k === "never" ? [type] : rejected(parameter, type);
    const checked =
      bad.every((m) => m.k === "json" || m.k === "unknown" || m.k === "none") &&
      parameter.accepts.some((a) => a === "text" || a === "number" || a === "int");
    if (parameter.accepts.length > 0 && bad.length > 0 && !checked && !mayBeData(parameter, type)) {
      return context.untranslated("U0104", `${parameter.name} is ${bad.map(describe).join(" or ")}`, node);
    }
  }
  const translated = new Map<string, ts.Expression>();
  /** Arguments that the rule has taken the value of, and that it has asked anything about. */
  const looked = new Set<string>();
  const asked = new Set<string>();
  const argument = (name: string): py.Expression | undefined => {
    looked.add(name);
    asked.add(name);
    return args.get(name);
  };
  const ts_ = (name: string): ts.Expression => {
    const known = translated.get(name);
    if (known) return known;
    const arg = argument(name);
    if (!arg) throw new Error(`argument ${name} is not given`);
    const made = narrowed(context, entry, name, arg, receiver);
    translated.set(name, made);
    return made;
  };
  const restTs = rest.map((e) => expression(context, e));
  const emit: CallEmit = {
    clock: context.facts.clock,
    receiver: partly(receiver),
    receiverTs,
    resultType: context.typeOf(node),
    has: (name) => {
      asked.add(name);
      return args.has(name);
    },
    node: (name) => argument(name) ?? null,
    names: () => {
      for (const name of args.keys()) asked.add(name);
      return [...args.keys()];
    },
    restNodes: () => rest,
    starNode: () => star,
    starType: () => star && context.typeOf(star),
    kwargsNode: () => kwargs,
    kwargsType: () => kwargs && typeOf(kwargs),
    type: (name) => {
      asked.add(name);
      const arg = args.get(name);
      const parameter = parseSignature(entry.params).find((p) => p.name === name);
      return arg ? taken(parameter, typeOf(arg)) : { k: "never" };
    },
    rest: () => rest.map(typeOf),
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
      const callee = argument(name);
      return callee ? handed(context, callee, count) : "a callable that is not given";
    },
    sends: () => undefined,
    waits: (type) => waitsToIterate(type, context.facts),
    classesOf: (cls) => [...context.facts.classes.values()].filter((c) => c.lineage.includes(cls)),
    catchesExit: (type) => mayCatchExit(context, type),
    truthOf: (value, type) => truth(context, value, type),
    operation: (op, left, right) => operation(context, node, op, argument(left), argument(right)),
    translate: (e) => expression(context, e),
    typeOf: (e) => context.typeOf(e),
    truth: (e) => truthValue(context, e),
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
    const unread = parseSignature(entry.params).find(
      ({ name, ignored }) => args.has(name) && !ignored && !asked.has(name),
    );
    if (unread) return context.untranslated("U0103", `what ${unread.name} changes in this call`, node);
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

const isAsyncCallable = (type: Type): boolean => members(type).some((m) => m.k === "func" && m.fn.async);
