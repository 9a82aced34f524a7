import { has, isInteger, isNumber, isText, members, only, type Type } from "../analysis/types.ts";
import { array, call, construct, id, template } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression, utf8 } from "./expression.ts";
import { reprOf, text, textPart } from "./text.ts";

/** One piece of a `%` format: literal text, or a conversion with everything but its value. */
export type Piece = string | { readonly spec: string; readonly conversion: string; readonly plain: boolean };

/** Reads a format of positional conversions; null when it has named ones, `*`, or is not a valid format. */
export function readFormat(format: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  const pattern = /%([-+ 0#]*)(\d*)(\.\d+)?[hlL]?([diouxXeEfFgGcrs%])/g;
  let at = 0;
  for (let m = pattern.exec(format); m; m = pattern.exec(format)) {
    const before = format.slice(at, m.index);
    if (before.includes("%")) return null;
    if (before !== "") pieces.push(before);
    const [spec, flags = "", width = "", precision = "", conversion = ""] = m;
    if (conversion === "%") pieces.push("%");
    else pieces.push({ spec, conversion, plain: flags + width + precision === "" });
    at = m.index + spec.length;
  }
  const rest = format.slice(at);
  if (rest.includes("%")) return null;
  if (rest !== "") pieces.push(rest);
  return pieces;
}

/** `'…' % values`: a template literal where every value's text is known, else the runtime's formatter. */
export function formatPercent(context: Context, node: py.BinOp): ts.Expression {
  const format =
    node.left.kind === "Str" ? (node.left.type === "unicode" ? node.left.value : utf8(node.left.value)) : null;
  const pieces = format === null ? null : readFormat(format);
  if (!pieces) return dynamicFormat(context, node);
  const values = formatValues(context, node.right);
  if (!values) return dynamicFormat(context, node);
  const conversions = pieces.filter((p) => typeof p !== "string");
  // Too few or too many: Python raises TypeError, and so does the runtime.
  if (conversions.length !== values.length) return dynamicFormat(context, node);
  const parts: (string | ts.Expression)[] = [];
  for (const piece of pieces) {
    if (typeof piece === "string") parts.push(piece);
    else {
      const value = values.shift();
      if (!value) break;
      parts.push(conversion(context, piece, value, node));
    }
  }
  return template(parts);
}

interface Value {
  readonly value: ts.Expression;
  readonly type: Type;
}

/** The values of a format: those of a tuple, or the one that is no tuple; null when that is not known. */
function formatValues(context: Context, right: py.Expression): Value[] | null {
  if (right.kind === "Tuple")
    return right.elts.map((e) => ({ value: expression(context, e), type: context.typeOf(e) }));
  const type = context.typeOf(right);
  if (has(type, "tuple", "sequence", "dict", "unknown", "never") || type.k === "never") return null;
  return [{ value: expression(context, right), type }];
}

function conversion(
  context: Context,
  piece: Exclude<Piece, string>,
  { value, type }: Value,
  node: py.BinOp,
): ts.Expression {
  const { conversion: c, plain, spec } = piece;
  if (has(type, "poison")) return value;
  if (c === "s" && plain) return textPart(context, value, type, node);
  if (c === "r" && plain) return call(reprOf(context, type, node), [value]);
  if ("di".includes(c) && plain) {
    if (only(type, "int")) return value;
    if (only(type, "bool")) return call(id("Number"), [value]);
  }
  const argument =
    c === "s" ? text(context, value, type, node) : c === "r" ? call(reprOf(context, type, node), [value]) : value;
  if (
    !"src".includes(c) &&
    !isNumber(type) &&
    !members(type).every((m) => isNumber(m) || ["json", "none", "str", "unicode"].includes(m.k))
  ) {
    return context.untranslated("U0104", `%${c} of a value of unknown type`, node);
  }
  if (c === "c" && !isInteger(type) && !isText(type))
    return context.untranslated("U0104", "%c of a value of unknown type", node);
  return call(context.runtime("python", "percent"), [
    { type: "Literal", value: spec, raw: JSON.stringify(spec) },
    array([argument]),
  ]);
}

/** A format that is a variable, names its values, or does not fit them: the runtime reads it as Python does. */
function dynamicFormat(context: Context, node: py.BinOp): ts.Expression {
  const right = context.typeOf(node.right);
  const format = expression(context, node.left);
  const percent = context.runtime("python", "percent");
  if (right.k === "dict") {
    noteFloats(context, right.value.type, node);
    return call(percent, [format, expression(context, node.right)]);
  }
  if (only(right, "json", "none") && node.left.kind === "Str" && node.left.value.includes("%(")) {
    if (/%\([^)]*\)[^a-zA-Z%]*[sr]/.test(node.left.value))
      context.report("A0103", "a container inside the JSON value would show its texts as str", node);
    return call(percent, [
      format,
      call(context.runtime("python", "requireMapping"), [expression(context, node.right)]),
    ]);
  }
  if (node.right.kind === "Tuple") {
    const values = node.right.elts.map((e) => {
      const type = context.typeOf(e);
      if (only(type, "float")) return construct(context.runtime("python", "Float"), [expression(context, e)]);
      noteFloats(context, type, node);
      return expression(context, e);
    });
    return call(percent, [format, array(values)]);
  }
  if (right.k === "sequence") {
    noteFloats(context, right.elem.type, node);
    return call(percent, [format, expression(context, node.right)]);
  }
  if (right.k === "tuple") {
    right.items.forEach((item) => noteFloats(context, item, node));
    return call(percent, [format, expression(context, node.right)]);
  }
  if (only(right, "int", "float", "bool", "none", "str", "unicode", "json", "list") && !has(right, "dict")) {
    noteFloats(context, right, node);
    return call(percent, [format, array([expression(context, node.right)])]);
  }
  return context.untranslated("U0104", "% of a value that may be a tuple or not", node);
}

/** The runtime tells a whole float from an int only where it is boxed. */
function noteFloats(context: Context, type: Type, node: py.BinOp): void {
  if (has(type, "float") && node.left.kind !== "Str")
    context.report("A0103", "a whole float under %s would print without its `.0`", node);
  else if (has(type, "float", "unknown"))
    context.report("A0103", "a whole float under %s or %r would print without its `.0`", node);
}
