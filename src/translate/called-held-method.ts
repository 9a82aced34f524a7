import { type Type } from "../analysis/types.ts";
import { call, undefinedValue } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { heldParameters } from "../library/held-method.ts";
import { library } from "../library/index.ts";
import { bindCall, parseSignature } from "../library/signature.ts";
import type * as py from "../python/ast.ts";
import { describe } from "../analysis/describe.ts";
import { members } from "../analysis/join.ts";
import { has, only } from "../analysis/kinds.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { told } from "./library-method.ts";
import { narrowed } from "./library-argument.ts";

/** A library method kept in a variable: an arrow function over its required parameters, made where it was taken. */
export function heldMethod(
  context: Context,
  node: py.Call,
  callees: readonly (Type & { k: "method" })[],
): ts.Expression {
  const required = callees.map((m) => heldParameters(m)?.length);
  const native = nativeArguments(context, node, callees);
  if (native) return call(expression(context, node.func), native);
  const plain = node.keywords.length === 0 && !node.starargs && !node.kwargs;
  if (plain && required.every((n) => n === node.args.length)) {
    const bad = node.args.find(
      (arg, i) => !callees.every((m) => suits(context.typeOf(arg), heldParameters(m)?.[i]?.type)),
    );
    if (bad)
      return context.untranslated(
        "U0104",
        `${callees[0]?.name ?? "a method"} kept in a variable and called with ${describe(context.typeOf(bad))}`,
        node,
      );
    const made = call(
      expression(context, node.func),
      node.args.map((arg, i) => checked(context, callees, arg, i)),
    );
    // The type of such a function tells what it gives only where that does not depend on its arguments.
    return callees.some((m) => typeof library.callable(m)?.result === "function") ? told(context, made, node) : made;
  }
  return context.untranslated("U0103", `${callees[0]?.name ?? "a method"} kept in a variable and called`, node);
}

/** The parameter of the function that is kept, which takes one kind of value where the method itself may take several, is for the argument. */
const suits = (given: Type, kept: Type | undefined): boolean =>
  !kept ||
  has(kept, "unknown") ||
  members(given).every(
    (m) =>
      ["unknown", "poison", "json", "none"].includes(m.k) ||
      members(kept).some((k) => k.k === m.k || [k, m].every((t) => only(t, "str", "unicode"))),
  );

/** An argument, whose type is looked at when it runs where the analysis does not know it, by what all of the methods ask of it. */
function checked(
  context: Context,
  callees: readonly (Type & { k: "method" })[],
  arg: py.Expression,
  at: number,
): ts.Expression {
  const entries = callees.map((m) => library.memberEntry(m.receiver, m.name));
  const [entry] = entries;
  const name = entry?.kind === "function" ? parseSignature(entry.params)[at]?.name : undefined;
  if (entry?.kind !== "function" || name === undefined || !has(context.typeOf(arg), "unknown", "json", "none"))
    return expression(context, arg);
  return entries.every((e) => e?.kind === "function" && e.params === entry.params)
    ? narrowed(context, entry, name, arg)
    : expression(context, arg);
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
