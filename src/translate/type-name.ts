import { isException } from "../analysis/exception-type.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import { type Type } from "../analysis/types.ts";
import { call, member, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { withValue } from "./with-value.ts";
import { has, only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** `type(x).__name__` and `x.__class__.__name__`; null where it is another attribute, or the runtime cannot tell. */
export function typeNameOf(context: Context, node: py.Attribute): ts.Expression | null {
  const { value } = node;
  if (node.attr !== "__name__") return null;
  const subject = value.kind === "Attribute" && value.attr === "__class__" ? value.value : typeSubject(context, value);
  if (!subject) return null;
  const type = context.typeOf(subject);
  const kinds = members(type);
  if (kinds.length === 0) return null;
  if (kinds.every(isException)) return call(context.runtime("python", "className"), [expression(context, subject)]);
  if (only(type, "instance")) {
    const isClassic = (m: Type): boolean => m.k === "instance" && !isNewStyle(m.cls);
    // To `type()` all objects of classes without `object` are of one type.
    if (value.kind === "Call" && kinds.some(isClassic))
      return kinds.every(isClassic) && isQuiet(context, subject) ? string("instance") : null;
    return member(member(expression(context, subject), "constructor"), "name");
  }
  const isText = has(type, "str") && has(type, "unicode");
  if (only(type, "float")) return withValue(context, subject, () => string("float"));
  const isNamed = (m: Type): boolean => named.has(m.k) || (m.k === "long" && !m.mixed) || isException(m);
  if (isText || !kinds.every(isNamed)) return null;
  const textType = has(type, "unicode") ? [string("unicode")] : [];
  return call(context.runtime("python", "nameOfType"), [expression(context, subject), ...textType]);
}

/** The `x` of `type(x)`; null for anything else. */
const typeSubject = (context: Context, node: py.Expression): py.Expression | null =>
  node.kind === "Call" && builtinCalled(context.module.bindings, node) === "type" && node.args.length === 1
    ? (node.args[0] ?? null)
    : null;

/** Kinds whose values show by themselves what Python calls them. */
const named: ReadonlySet<Type["k"]> = new Set(["none", "bool", "int", "str", "unicode", "list", "dict", "set"]);
