import { isBytes, only } from "../analysis/kinds.ts";
import { method } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { isAsciiText } from "../python/utf8.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";

const NATIVE = { lower: "toLowerCase", upper: "toUpperCase" } as const;

/**
 * What characters beyond ASCII become in JavaScript and not in a `str` of Python 2, which leaves them as they are. As a whole: the Kelvin
 * sign K becomes k, ß SS. In part also: İ becomes i with a dot.
 */
const MADE = {
  whole: { lower: /k/, upper: /[IS]|F[FIL]/ },
  part: { lower: /[ik]/, upper: /[SINJHTWYAFL]/ },
} as const;

/**
 * `name.lower()` where all that is asked is whether it is one of some texts of ASCII, or has one of them in it: JavaScript's own case makes
 * no such text of other characters. Null where that is not so.
 *   method.lower() == 'get'  →  method.toLowerCase() === "get"
 */
export function plainCase(
  context: Context,
  e: py.Expression,
  texts: readonly py.Expression[],
  asked: "whole" | "part",
): ts.Expression | null {
  if (e.kind !== "Call" || e.func.kind !== "Attribute" || e.args.length > 0 || e.keywords.length > 0) return null;
  const { attr, value } = e.func;
  const type = context.typeOf(value);
  if ((attr !== "lower" && attr !== "upper") || e.starargs || e.kwargs || !only(type, "str") || isBytes(type))
    return null;
  const isPlain = (text: py.Expression): boolean =>
    text.kind === "Str" && isAsciiText(text.value) && !MADE[asked][attr].test(text.value);
  return texts.length > 0 && texts.every(isPlain) ? method(expression(context, value), NATIVE[attr]) : null;
}

/** What a value is compared with by `in`: the items of a display; none that are known of anything else. */
export const displayed = (e: py.Expression): readonly py.Expression[] =>
  e.kind === "Tuple" || e.kind === "List" || e.kind === "Set" ? e.elts : [];
