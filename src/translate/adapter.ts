import { isNamedDirectly } from "../analysis/held-calls.ts";
import { type Type } from "../analysis/types.ts";
import { annotation, arrow, call, construct, id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import { parseSignature } from "../library/signature.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression, isMark } from "./expression.ts";
import { tsType } from "./types.ts";
import { has, only } from "../analysis/kinds.ts";
import { isPoison, members } from "../analysis/join.ts";

/**
 * A library function or class, or a method of a built-in type, as a value: a function of what the program calls it with where it is one.
 *   {'n': int, 's': str.strip}  →  ["n", (x: string) => parseInteger(x)], ["s", (self: string) => self.trim()]
 * Null where it is not called so, in different ways, or cannot be written for values of those types.
 */
export function adapter(context: Context, type: Type, node: py.Expression): ts.Expression | null {
  const held = context.facts.held.of(type);
  const entry = library.callable(type);
  // A name that is given the function may be what is asked for: its use is no direct one.
  if (!held || !entry || entry.async || !isNamedDirectly(node, context.facts, context.module)) return null;
  if (held.args.some((cell) => members(cell.type).length === 0 || isPoison(cell.type))) return null;
  const names = parseSignature(entry.params).map(({ name }) => name);
  const first = type.k === "method" ? ["self"] : [];
  // They are the function's own: another one beside it may have the same.
  const own = (name: string): string => (context.names.isUsed(name) ? context.temporary(name) : name);
  const params = held.args.map((_, i) => id(own([...first, ...names][i] ?? `x${i}`)));
  const args = params.map((param, i) => context.stand(param, held.args[i]?.type ?? { k: "unknown" }, node));
  const made: py.Call = { ...node, kind: "Call", func: node, args, keywords: [], starargs: null, kwargs: null };
  context.facts.record(made, held.result.type);
  const body = context.attempt(
    () => expression(context, made),
    (value) => !isMark(value),
  );
  if (isMark(body)) return null;
  return arrow(
    params.map((param, i) => id(param.name, tsType(context, held.args[i]?.type ?? { k: "unknown" }))),
    body,
  );
}

/** The type of such a function; null where it is none. */
export function adapterType(context: Context, type: Type, inner: (t: Type) => ts.TypeNode): ts.TypeNode | null {
  const held = context.facts.held.of(type);
  const entry = library.callable(type);
  if (!held || !entry) return null;
  const names = parseSignature(entry.params).map(({ name }) => name);
  return {
    type: "TSFunctionType",
    parameters: held.args.map((cell, i) => id(context.names.variable(names[i] ?? `x${i}`), inner(cell.type))),
    returnType: annotation(inner(held.result.type)),
  };
}

/** A function that is made anew wherever it is written: it is not the same as another one of its kind. */
export const isAdapter = (type: Type): boolean =>
  (type.k === "libfn" && !library.callable(type)?.reference) ||
  (type.k === "libclass" && !exceptionClasses.has(type.name) && !library.classEntry(type.name)?.runtime) ||
  (type.k === "method" && type.receiver.k === "libclass");

/**
 * A call of one of several library functions, or functions of the program, that a variable or table holds, or of one of several
 * exception classes; null for another callee.
 */
export function heldCall(context: Context, node: py.Call, kinds: readonly Type[]): ts.Expression | null {
  if (isNamedDirectly(node.func, context.facts, context.module)) return null;
  if (node.keywords.length > 0 || node.starargs || node.kwargs) return null;
  if (!kinds.some((m) => m.k === "libfn" || m.k === "libclass" || (m.k === "method" && m.receiver.k === "libclass")))
    return null;
  const args = (): ts.Expression[] => node.args.map((arg) => expression(context, arg));
  const isException = (m: Type): boolean => m.k === "libclass" && exceptionClasses.has(m.name);
  if (kinds.every(isException)) return construct(expression(context, node.func), args());
  const isPlain = (m: Type): boolean =>
    m.k === "func" ? takesAll(m, node.args.length) : isAdapter(m) && context.facts.held.of(m) !== null;
  if (!kinds.every(isPlain) || context.facts.awaited.has(node)) return null;
  return call(expression(context, node.func), args());
}

/** A function of the program with just that many parameters. */
function takesAll({ fn, self, wraps }: Type & { k: "func" }, count: number): boolean {
  const { positional, vararg, kwarg, kwonly } = fn.node.params;
  const own = fn.owner && fn.binding !== "static" && self ? positional.length - 1 : positional.length;
  return !wraps && !fn.async && own === count && !vararg && !kwarg && kwonly.length === 0;
}

/** Two values may be such functions: JavaScript finds them different where Python finds one. */
export const comparesAdapters = (left: Type, right: Type): boolean =>
  members(left).some(isAdapter) &&
  members(right).some((m) => isAdapter(m) || has(m, "unknown")) &&
  !only(right, "none");
