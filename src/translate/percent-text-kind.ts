import { has } from "../analysis/kinds.ts";
import type { Conversion } from "../analysis/percent-format.ts";
import { type Type, unicode } from "../analysis/types.ts";
import { string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { namedText, namesText } from "../library/mixed-text.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { mixtureAt } from "./mixture.ts";

/** Widths count the characters of `unicode`, the bytes of `str`. */
export const textType = (isUnicode: boolean): readonly ts.Expression[] => (isUnicode ? [string("unicode")] : []);

/**
 * What the formatter takes texts for: their widths count so, and so the TypeError calls a text that should be a number. One that comes
 * from JSON is unicode.
 */
export function textKind(
  context: Context,
  conversions: readonly Conversion[],
  types: readonly Type[],
  isUnicode: boolean,
  node: py.BinOp,
): readonly ts.Expression[] {
  if (conversions.some(({ kind }, i) => makesUnicode(kind, types[i] ?? unicode))) return textType(true);
  const counts = conversions.some(({ kind, plain }) => "src".includes(kind) && !plain);
  const named = conversions.flatMap(({ kind }, i) => ("src".includes(kind) ? [] : [types[i] ?? unicode]));
  const isNamed = named.some((type) => namedText(type).length > 0);
  if (isUnicode && named.some((type) => has(type, "str")))
    context.report("A0103", "an error of % that names a str unicode", node);
  for (const type of named) namesText(mixtureAt(context, node), type);
  if (counts && isNamed && !isUnicode) context.report("A0103", "an error of % that names a unicode text a str", node);
  return textType(isUnicode || (isNamed && !counts));
}

/** A value that is unicode, or has the texts of JSON, makes unicode of what is formatted from it on; `str` before it is ASCII then. */
export const makesUnicode = (kind: string, type: Type): boolean =>
  kind === "s" && has(type, "unicode", "json") && !has(type, "str");
