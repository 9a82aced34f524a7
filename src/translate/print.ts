import { isSink, writeText } from "../library/sinks.ts";
import type { Barrel } from "../runtime-manifest.ts";
import { type Type } from "../analysis/types.ts";
import {
  array,
  binary,
  block as blockOf,
  call,
  id,
  member,
  method,
  statement,
  string,
  template,
  when,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { isAsciiLiteral } from "./ascii-literal.ts";
import type { Context } from "./context.ts";
import { expression, isMark } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { endsPlainly } from "./line-end.ts";
import { runsProgram } from "./softspace.ts";
import { interpolates, textPart } from "./text.ts";
import { has, isBytes, isNumber, isText, only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** `print`: console.log of one text; to stderr console.error; the runtime where a trailing comma somewhere makes softspace count. */
export function print(context: Context, node: py.Print): ts.Statement[] {
  if (node.values.some((value) => isUnicode(context, value))) context.report("A0104", "unicode text is printed", node);
  if (node.values.some((value) => holdsLoudRepr(context.typeOf(value))))
    context.report("A0115", "print of a container of objects whose __repr__ prints or raises", node);
  const parts = node.values.map((v) => printed(context, v));
  if (node.dest) return toFile(context, node, node.dest, parts);
  const isPlain = !context.softPrint || (context.plainPrints.has(node) && isOneLine(context, node));
  const inOne = isPlain && endPlainly(context, node.values);
  // The prints that follow do not look for what was left.
  if ((inOne || !context.softPrint) && node.values.slice(1).some((value) => !isQuiet(context, value)))
    context.report("A0115", "print of values of which a later one may raise", node);
  const stream = context.facts.replaced.get("stdout")?.type;
  if (stream && mayBeMemory(stream) && mayBeUnicode(context, node.values))
    return [statement(context.untranslated("U0103", "what may be unicode, printed to what may be a StringIO", node))];
  if (!inOne) return inTurn(context, node, parts);
  const [only_] = node.values;
  const [part] = parts;
  const textual =
    node.values.length === 1 && only_ && part && typeof part !== "string" && isText(context.typeOf(only_));
  return [statement(method(id("console"), "log", parts.length === 0 ? [string("")] : [textual ? part : line(parts)]))];
}

/** The line is made at once and ended: what stands in it raises nothing and prints nothing itself once some of it is written. */
const isOneLine = (context: Context, node: py.Print): boolean =>
  node.newline && node.values.slice(1).every((value) => isQuiet(context, value) && !runsProgram(value, context.facts));

/** Python has printed the bracket before it asks the first object how it reads. */
function holdsLoudRepr(type: Type): boolean {
  return members(type).some((m) => {
    const held =
      "elem" in m ? [m.elem.type] : m.k === "tuple" ? m.items : m.k === "dict" ? [m.key.type, m.value.type] : [];
    return held.some((part) =>
      members(part).some((item) => {
        const method = item.k === "instance" ? item.cls.findMethod("__repr__")?.method : null;
        if (!method) return false;
        const { module, node } = method.fn;
        return mayRaise(module.source.text.slice(node.start, node.end));
      }),
    );
  });
}

/** A method's text prints, raises, asserts, looks an item up, or calls more than what shows a value. */
const mayRaise = (text: string): boolean =>
  /\b(print|raise|assert|write)\b|[\w)\]'"]\[/.test(text) ||
  [...text.matchAll(/(\w+)\(/g)].some(([, name = ""]) => !SHOWING.has(name) && !name.startsWith("__"));

const SHOWING: ReadonlySet<string> = new Set("repr str len type id format join hex isinstance getattr".split(" "));

/** A printed value, for a template. */
export function printed(context: Context, node: py.Expression): ts.Expression {
  const type = context.typeOf(node);
  const value = expression(context, node);
  if (isBytes(type)) return call(context.runtime("python", "decodeText"), [value]);
  return textPart(context, value, type, node);
}

/** Python writes each value before it makes the next: a value that runs the program, or may raise, begins a statement of its own. */
function inTurn(context: Context, node: py.Print, parts: readonly (string | ts.Expression)[]): ts.Statement[] {
  const groups: ts.Expression[][] = [[]];
  parts.forEach((part, i) => {
    const value = node.values[i];
    if (i > 0 && value && (runsProgram(value, context.facts) || !isQuiet(context, value))) groups.push([]);
    groups.at(-1)?.push(asItem(context, value, part));
  });
  return groups.map((group, i) => {
    const feature = i === groups.length - 1 && node.newline ? "printLine" : "printSoft";
    return statement(call(context.runtime("python", feature), group));
  });
}

/** After each item but the last there is a blank: none of them is text that ends in a line end or tab. */
const endPlainly = (context: Context, values: readonly py.Expression[]): boolean =>
  values.slice(0, -1).every((value) => !mayBeText(context.typeOf(value)) || endsPlainly(context, value));

/** Other objects than text are followed by a blank, whatever they show. */
const mayBeText = (type: Type): boolean =>
  members(type).length === 0 || isBytes(type) || has(type, "str", "unicode", "json", "unknown", "poison");

/**
 * What the runtime's `print` is given for a value: text, or an object that it asks for its text, since that makes a difference to
 * the blank that follows. Of what may be either, the one that it is: `shown(str, value)`.
 */
function asItem(context: Context, value: py.Expression | undefined, part: string | ts.Expression): ts.Expression {
  if (typeof part === "string" || value === undefined) return asText(part);
  const type = context.typeOf(value);
  // A function of the program may be one that TypeScript takes to give nothing: an abstract method that raises.
  if (isText(type)) return context.facts.callees.has(value) ? asText(part) : part;
  if (part.type !== "CallExpression" || part.callee.type === "Super" || isMark(part)) return part;
  if (mayBeText(type) && !interpolates(type) && !only(type, ...ENDING_PLAINLY))
    return call(context.runtime("python", "shown"), [part.callee, ...part.arguments]);
  // TypeScript would take what a function among the arguments is given for as little known as an item of `print`.
  if (!part.arguments.some(({ type: kind }) => kind === "ArrowFunctionExpression")) return part;
  return isNumber(type) ? asText(part) : call(context.runtime("python", "shown"), [id("String"), part]);
}

/** Text, and what never ends in a line end or tab where it is shown. */
const ENDING_PLAINLY = [
  "str",
  "unicode",
  "json",
  "int",
  "long",
  "float",
  "bool",
  "none",
  "list",
  "dict",
  "tuple",
  "set",
] as const;

/** It may be unicode that is not ASCII, which Python writes to a terminal alone. */
export const isUnicode = (context: Context, node: py.Expression): boolean =>
  has(context.typeOf(node), "unicode", "json") && !isAsciiLiteral(node);

/** The parts with a blank between: one template literal, or the only text as it is. */
export function line(parts: readonly (string | ts.Expression)[], between = " "): ts.Expression {
  const [only_] = parts;
  if (parts.length === 1 && only_ && typeof only_ !== "string") {
    // console.log writes a number as itself, and would write an object's insides: a template asks for its text.
    return isTextual(only_) ? only_ : template([only_]);
  }
  return template(parts.flatMap((part, i) => (i === 0 ? [part] : [between, part])));
}

/** Certainly a string already. */
const isTextual = (node: ts.Expression): boolean =>
  node.type === "BinaryExpression" && node.operator === "+"
    ? isTextual(node.left) || isTextual(node.right)
    : (node.type === "Literal" && typeof node.value === "string") || node.type === "TemplateLiteral";

const asText = (part: string | ts.Expression): ts.Expression =>
  typeof part === "string"
    ? string(part)
    : (part.type === "Literal" && typeof part.value === "string") || part.type === "TemplateLiteral"
      ? part
      : template([part]);

/** `print >>sys.stderr, …` and `print >>f, …`. */
function toFile(
  context: Context,
  node: py.Print,
  dest: py.Expression,
  parts: readonly (string | ts.Expression)[],
): ts.Statement[] {
  const type = context.typeOf(dest);
  // A standard stream is written to by its name: what gives it is made before.
  const before = isQuiet(context, dest) ? [] : [statement(expression(context, dest))];
  if (type.k === "lib" && type.name === "sys.stdout" && !node.newline)
    return [...before, ...inTurn(context, node, parts)];
  if (
    context.facts.replaced.has("stdout") &&
    isSink(type) &&
    !(mayBeMemory(type) && mayBeUnicode(context, node.values))
  )
    return [
      statement(
        call(context.runtime("python", node.newline ? "printLineTo" : "printSoftTo"), [
          expression(context, dest),
          ...parts.map((part, i) => asItem(context, node.values[i], part)),
        ]),
      ),
    ];
  if (!node.newline) return [statement(context.untranslated("U0103", "print to a file with a trailing comma", node))];
  const text =
    parts.length === 0
      ? string("")
      : endPlainly(context, node.values)
        ? line(parts)
        : call(
            context.runtime("python", "printed"),
            parts.map((part, i) => asItem(context, node.values[i], part)),
          );
  if (type.k === "lib" && type.name === "sys.stderr")
    return [...before, statement(method(id("console"), "error", [text]))];
  if (type.k === "lib" && type.name === "sys.stdout")
    return [
      ...before,
      ...(context.softPrint ? inTurn(context, node, parts) : [statement(method(id("console"), "log", [text]))]),
    ];
  const joined = isJoined(context, type);
  if (
    isSink(type) &&
    (!joined || isQuiet(context, dest)) &&
    !(mayBeMemory(type) && mayBeUnicode(context, node.values))
  ) {
    const whole = template([...(parts.length === 0 ? [""] : [text]), "\n"]);
    const runtime = (barrel: Barrel, name: string): ts.Expression => context.runtime(barrel, name);
    const written = statement(writeText(runtime, () => expression(context, dest), type, whole));
    if (!joined) return [written];
    const isOutput = binary("===", expression(context, dest), member(id("process"), "stdout"));
    return [when(isOutput, blockOf(inTurn(context, node, parts)), blockOf([written]))];
  }
  if (has(type, "poison")) return [statement(call(expression(context, dest), [array([])]))];
  return [statement(context.untranslated("U0104", "print to a value of unknown type", node))];
}

/** It may be standard output, with a blank of an earlier print to come. */
const isJoined = (context: Context, type: Type): boolean =>
  context.softPrint && members(type).some((m) => m.k === "lib" && m.name === "sys.stdout");

export const mayBeMemory = (type: Type): boolean =>
  members(type).some((m) => m.k === "lib" && m.name === "StringIO.StringIO");

/** A stream in memory that unicode was written to gives unicode. Of any other value Python writes the `str`. */
export const mayBeUnicode = (context: Context, values: readonly py.Expression[]): boolean =>
  values.some((value) => {
    const type = context.typeOf(value);
    return type.k === "never" || has(type, "unicode", "json", "unknown", "poison");
  });
