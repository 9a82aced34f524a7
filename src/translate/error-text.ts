import { makesError } from "../analysis/exception-type.ts";
import { holdsHiddenKinds } from "../analysis/hidden-kinds.ts";
import { has } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";
import type { Type } from "../analysis/types.ts";
import type * as py from "../python/ast.ts";
import { suites } from "../python/statement-parts.ts";
import type { Context } from "./context.ts";
import { isUnicode } from "./print.ts";

/**
 * An exception that is made from unicode: its `str()` encodes it as ASCII, which fails for other characters, also where it is printed and in
 * the last line of a traceback. Of several arguments `str()` shows the repr, `(u'x', 1)`.
 */
export function reportErrorText(context: Context, callee: Type, args: readonly py.Expression[]): void {
  if (!members(callee).some((m) => makesError(m) && !hasText(m))) return;
  const [first, ...others] = args.slice(takesSelf(callee, args) ? 1 : 0);
  if (!first) return;
  const container = [first, ...others].find((arg) => holdsHiddenKinds(context.typeOf(arg)));
  if (container)
    context.report(
      "A0103",
      "an exception made from a container: unicode, whole floats and tuples in it show as str, ints and lists",
      container,
    );
  const shown = [first, ...others].find((arg) => has(context.typeOf(arg), "unicode", "json"));
  // Of a KeyError `str()` shows the repr of its one argument: u'name'.
  const isKeyError = members(callee).some((m) => m.k === "libclass" && m.name === "exceptions.KeyError");
  if (others.length === 0 && isKeyError) {
    if (shown) context.report("A0103", "a KeyError made from unicode, which it shows as a str", shown);
    return;
  }
  if (others.length === 0 && isUnicode(context, first))
    context.report("A0105", "an exception made from unicode, of which str() raises for other than ASCII", first);
  if (others.length > 0 && shown)
    context.report("A0103", "an exception made from unicode beside other values: its str() shows their repr", shown);
}

/** `Exception.__init__(self, x)`. */
const takesSelf = (callee: Type, [first]: readonly py.Expression[]): boolean =>
  callee.k === "method" && first?.kind === "Name" && first.id === "self";

/** A class of the program that says itself how its objects read. */
const hasText = (m: Type): boolean => m.k === "class" && m.cls.findMethod("__str__") !== null;

/** `__str__` or `__repr__` that gives unicode: `str()` of the object encodes it as ASCII. */
export function reportUnicodeText(context: Context, node: py.FunctionDef): void {
  if (node.name !== "__str__" && node.name !== "__repr__") return;
  const value = returned(node.body).find((e) => isUnicode(context, e));
  if (value) context.report("A0105", `${node.name} gives unicode, of which str() raises for other than ASCII`, value);
}

const returned = (block: py.Block): readonly py.Expression[] =>
  block.body.flatMap((s) => {
    if (s.kind === "Return") return s.value ? [s.value] : [];
    return s.kind === "FunctionDef" || s.kind === "ClassDef" ? [] : suites(s).flatMap(returned);
  });
