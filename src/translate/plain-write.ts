import { isException } from "../analysis/exception-type.ts";
import { members } from "../analysis/join.ts";
import { isBytes, isNumber, isText, only } from "../analysis/kinds.ts";
import type { Type } from "../analysis/types.ts";
import { id, member, method } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { Program } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { utf8 } from "../python/utf8.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { runsProgram } from "./softspace.ts";

const isStream = (type: Type, name: string): boolean => type.k === "lib" && type.name === name;

/** `sys.stdout.write(x)`, as the translator finds it: what clears the blank that a `print` may have left. */
export const writesOutput = (node: py.Node, typeOf: (e: py.Expression) => Type): node is py.Call =>
  node.kind === "Call" &&
  node.func.kind === "Attribute" &&
  node.func.attr === "write" &&
  node.args.length === 1 &&
  node.starargs === null &&
  isStream(typeOf(node.func.value), "sys.stdout");

/**
 * `sys.stdout.write(text)` → `process.stdout.write(text)` where nobody asks what it gives: no blank may be pending, and the text is one
 * that Node's stream writes as Python does; null where that is not known. Such is every `str` but a literal that is no UTF-8; lone surrogates of unicode are none.
 */
export function plainWrite(context: Context, node: py.Expression): ts.Expression | null {
  if (node.kind !== "Call" || node.func.kind !== "Attribute" || node.func.attr !== "write") return null;
  const { func, args } = node;
  const [given] = args;
  if (!given || args.length > 1 || node.keywords.length > 0 || node.starargs || node.kwargs) return null;
  const [type, stream] = [context.typeOf(given), context.typeOf(func.value)];
  if (!only(type, "str") || isBytes(type) || !isQuiet(context, func.value)) return null;
  if (context.holdsByteStrings || makesText(context, given)) return null;
  const write = (name: string): ts.Expression =>
    method(member(id("process"), name), "write", [expression(context, given)]);
  if (isStream(stream, "sys.stderr")) return write("stderr");
  const isPlain = !context.softPrint || context.plainPrints.has(node);
  return isStream(stream, "sys.stdout") && isPlain ? write("stdout") : null;
}

/**
 * Text may come to be that was not there before. Node's `write` is looked up before its argument is made, and the first damaged text that
 * comes to be puts another in its place.
 */
function makesText(context: Context, text: py.Expression): boolean {
  let makes = runsProgram(text, context.facts);
  walk(text, (node) => {
    if (node.kind === "Subscript") makes ||= isText(context.typeOf(node.value));
    if (node.kind === "Call") makes ||= !isNumber(context.typeOf(node));
    if (node.kind === "BinOp" && node.op === "%")
      makes ||= !partsOf(node.right).every((e) => hasText(context.typeOf(e)));
    return !makes;
  });
  return makes;
}

const partsOf = (e: py.Expression): readonly py.Expression[] => (e.kind === "Tuple" ? e.elts : [e]);

/** What it shows is made of text that it holds. */
const hasText = (type: Type): boolean =>
  members(type).every(
    (m) => only(m, "str", "int", "long", "float", "bool", "none") || (m.k === "lib" && isException(m)),
  );

/** Whether a byte string that is no UTF-8 stands somewhere: what is made of such a literal the streams take for damaged text. */
export function holdsByteStrings(program: Program): boolean {
  let found = false;
  for (const { tree } of program.modules)
    walk(tree, (node) => {
      found ||= node.kind === "Str" && node.type !== "unicode" && utf8(node.value) === null;
      return !found;
    });
  return found;
}
