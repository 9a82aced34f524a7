import { pythonKind } from "../analysis/python-kinds.ts";
import { asTuples, partly } from "../analysis/built-in-part.ts";
import { describeKinds } from "../analysis/describe.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import type { Type } from "../analysis/types.ts";
import { conversionsOf } from "../analysis/percent-format.ts";
import { array, call, construct, string, as, neverType } from "../emit/build.ts";
import { holdsMixture, mixes } from "../library/mixed-text.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { describesItself } from "./describes-itself.ts";
import { expression } from "./expression.ts";
import { makesUnicode, textType } from "./percent-text-kind.ts";
import { isQuiet } from "./quiet.ts";
import { reportJsonTexts } from "./text.ts";
import { saysUnicode } from "./unicode-text.ts";
import { has, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

/** The format; of one that may be None, which has no `%`, with what Python says of it. */
function formatOf(context: Context, node: py.BinOp): ts.Expression {
  const format = expression(context, node.left);
  if (!has(context.typeOf(node.left), "none")) return format;
  const kind = pythonKind(asTuples(context.typeOf(node.right)));
  if (kind === null || kind === "namedtuple" || !isQuiet(context, node.right))
    return context.untranslated("U0104", "% of a format that may be None", node.left);
  const message = `unsupported operand type(s) for %: 'NoneType' and '${kind}'`;
  return call(context.runtime("python", "requireTextOr"), [format, string(message)]);
}

/** A format that is a variable, or does not fit its values: the runtime reads it as Python does. */
export function dynamicFormat(context: Context, node: py.BinOp): ts.Expression {
  const isNamed = node.left.kind === "Str" && node.left.value.includes("%(");
  const right = partly(asTuples(context.typeOf(node.right)), ...(isNamed ? [] : ["__str__", "__repr__"]));
  const formatType = context.typeOf(node.left);
  const format = formatOf(context, node);
  if (has(formatType, "unicode") && !only(formatType, "unicode"))
    return context.untranslated("U0104", "% of a text that may be str or unicode", node);
  const given = node.right.kind === "Tuple" ? union(node.right.elts.map((e) => context.typeOf(e))) : right;
  const texts = union(
    members(given).flatMap((m) => ("elem" in m ? [m.elem.type] : m.k === "dict" ? [m.value.type] : [m])),
  );
  if (has(union([formatType, texts]), "unicode", "json") && saysUnicode(context, texts))
    return context.untranslated("U0104", "unicode beside what may have __unicode__", node);
  if (mixes(formatType, texts) || holdsMixture(texts)) context.report("A0106", "str and unicode in one text", node);
  const percent = (values: ts.Expression): ts.Expression =>
    call(context.runtime("python", "percent"), [
      format,
      values,
      ...textType(only(formatType, "unicode") || makesUnicode("s", texts)),
    ]);
  // What `%r` shows of unicode is known from its type only.
  const kinds = node.left.kind === "Str" ? conversionsOf(node.left.value)?.map(({ kind }) => kind) : null;
  const showsRepr = kinds?.includes("r") ?? true;
  const isPlain = (type: Type): boolean => describesItself(type, showsRepr && has(type, "unicode"));
  if (right.k === "dict") {
    const held = right.value.type;
    if (held.k !== "never" && !isPlain(held))
      return context.untranslated("U0104", "% of values that the runtime cannot tell apart", node);
    noteFloats(context, held, node);
    return percent(expression(context, node.right));
  }
  if (only(right, "json", "none") && node.left.kind === "Str" && node.left.value.includes("%(")) {
    if (kinds?.some((kind) => kind === "s" || kind === "r") ?? true)
      context.report("A0103", "a container inside the JSON value would show its texts as str", node);
    return percent(call(context.runtime("python", "requireMapping"), [expression(context, node.right)]));
  }
  if (isNamed && only(right, "list", "none") && has(right, "list"))
    return as(call(context.runtime("python", "requireMapping"), [expression(context, node.right)]), neverType());
  if (node.right.kind === "Tuple") {
    const values = node.right.elts.map((e) => {
      const type = context.typeOf(e);
      if (only(type, "float")) return construct(context.runtime("python", "Float"), [expression(context, e)]);
      if (!isPlain(type)) return context.untranslated("U0104", "% of a value that the runtime cannot tell apart", e);
      noteFloats(context, type, node);
      return expression(context, e);
    });
    return percent(array(values));
  }
  if (right.k === "sequence" || right.k === "tuple") {
    const items = right.k === "sequence" ? [right.elem.type] : right.items;
    if (!items.every(isPlain))
      return context.untranslated("U0104", "% of values that the runtime cannot tell apart", node);
    for (const item of items) noteFloats(context, item, node);
    return percent(expression(context, node.right));
  }
  if (only(right, "int", "long", "float", "bool", "none", "str", "unicode", "json", "list") && isPlain(right)) {
    noteFloats(context, right, node);
    if (!has(right, "json")) return percent(array([expression(context, node.right)]));
    // A JSON object is a mapping, which stands by itself.
    context.report("A0103", "a container inside the JSON value would show its texts as str", node);
    return percent(
      call(context.runtime("python", "percentValues"), [expression(context, node.right), string("lists")]),
    );
  }
  const arrays = arraysOf(right);
  const shown = union(
    members(right).flatMap((m) => (m.k === "tuple" ? m.items : m.k === "sequence" ? [m.elem.type] : [m])),
  );
  const isOne = isDynamic(shown) && !has(shown, "instance");
  const isShown = isOne && (showsRepr ? arrays === "tuples" : true) && members(shown).every(isPlain);
  if (isShown || (isOne && kinds?.length === 1)) {
    if (!isShown && kinds?.some((kind) => "sr".includes(kind)))
      context.report(
        "A0103",
        `${describeKinds(shown)} under %s or %r: text reads as str, whole floats as ints, tuples as lists`,
        node,
      );
    if (kinds?.some((kind) => "sr".includes(kind)) ?? true) noteFloats(context, shown, node);
    reportJsonTexts(context, shown, node);
    return percent(
      call(context.runtime("python", "percentValues"), [
        expression(context, node.right),
        ...(arrays ? [string(arrays)] : []),
      ]),
    );
  }
  return context.untranslated("U0104", "% of a value that may be a tuple or not", node);
}

/** What an array on the right side is: a tuple is told from a list by nothing but its type. */
function arraysOf(right: Type): "tuples" | "lists" | null {
  if (has(right, "unknown", "poison", "json")) return null;
  if (!has(right, "list")) return "tuples";
  return has(right, "tuple", "sequence") ? null : "lists";
}

/** The runtime tells a whole float from an int only where it is boxed. */
function noteFloats(context: Context, type: Type, node: py.BinOp): void {
  if (has(type, "float") && node.left.kind !== "Str")
    context.report("A0103", "a whole float under %s would print without its `.0`", node);
  else if (has(type, "float", "unknown"))
    context.report("A0103", "a whole float under %s or %r would print without its `.0`", node);
}
