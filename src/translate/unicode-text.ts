import type { ClassInfo } from "../analysis/entities.ts";
import { only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";
import { none, type Type, unicode } from "../analysis/types.ts";
import { call, member } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { asUnicode, readsUnicode } from "../library/mixed-text.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { mixtureAt } from "./mixture.ts";

/**
 * `unicode()` and unicode formats ask an object for its `__unicode__`, where a `str` asks for `__str__`:
 *   u'%s' % feed  →  feed.__unicode__()
 */

const ASKED = "__unicode__";

/** Whether a value may be an object that says by `__unicode__` how it reads as unicode. */
export function saysUnicode(context: Context, type: Type): boolean {
  const classes = [...context.facts.classes.values()].filter((cls) => cls.findMethod(ASKED) !== null);
  const isOne = (cls: ClassInfo): boolean => classes.some((c) => c === cls || c.lineage.includes(cls));
  return members(type).some((m) => (m.k === "instance" ? isOne(m.cls) : m.k === "unknown" && classes.length > 0));
}

/** What such an object says; null where not every value is one, or it says something else than text. */
export function unicodeOf(
  context: Context,
  value: ts.Expression,
  type: Type,
  node: py.Expression,
): ts.Expression | null {
  const methods = members(type).map((m) => (m.k === "instance" ? m.cls.findMethod(ASKED)?.method.fn : undefined));
  const [first] = methods;
  if (methods.length !== 1 || !first || first.async) return null;
  const said = first.returnsNothing ? none : first.returns.type;
  const made = call(member(value, ASKED));
  if (readsUnicode(said)) return made;
  return only(said, "str", "unicode") ? asUnicode(mixtureAt(context, node), made, said, "unicode() of a str") : null;
}

/** A value as it reads in unicode, and its type from there on; the mark where that is not known. */
export function asUnicodeValue(
  context: Context,
  value: ts.Expression,
  type: Type,
  node: py.Expression,
): { readonly value: ts.Expression; readonly type: Type } {
  const said = unicodeOf(context, value, type, node);
  return { value: said ?? context.untranslated("U0104", "unicode of what may have __unicode__", node), type: unicode };
}
