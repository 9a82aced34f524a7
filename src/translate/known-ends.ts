import { constantIndex } from "../analysis/infer-subscript.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { isAsciiLiteral } from "./ascii-literal.ts";
import { isAsked } from "../analysis/asked-before.ts";
import { heldPath, isSamePath } from "../analysis/held-path.ts";
import type { Reading } from "./quiet.ts";

/**
 * What a slice takes off a text is ASCII, of which bytes, characters and JavaScript's code units are one: a test says how the text begins or
 * ends.
 *   if line.startswith('* '): line = line[2:]
 */
export function cutsAscii(context: Reading, text: py.Expression, part: py.Slice & { type: "slice" }): boolean {
  const held = part.step ? null : heldPath(context, text);
  if (!held) return false;
  const isCut = (bound: py.Expression | null): boolean => {
    if (bound === null) return true;
    const length = lengthOf(context, bound);
    if (length === null) return false;
    const asks = (test: py.Expression, truth: boolean): boolean => says(test, truth, text, length) && held.keeps(test);
    return length === 0 || isAsked(context, held.occurrence.place, text, asks);
  };
  return isCut(part.lower) && isCut(part.upper);
}

/** How much a bound cuts off, at the end if negative: `2`, `-4`, `len('data:')`. */
function lengthOf(context: Reading, bound: py.Expression): number | null {
  const constant = constantIndex(bound);
  if (constant !== null) return constant;
  if (bound.kind === "UnaryOp" && bound.op === "-") {
    const length = lengthOf(context, bound.operand);
    return length === null ? null : -length;
  }
  if (bound.kind !== "Call" || builtinCalled(context.module.bindings, bound) !== "len") return null;
  const [of] = bound.args;
  return of?.kind === "Str" && isAsciiLiteral(of) ? of.value.length : null;
}

/** A test that has come out so says that so much of the text is ASCII, at its end if negative. */
function says(test: py.Expression, truth: boolean, text: py.Expression, length: number): boolean {
  const below = (e: py.Expression, wanted: boolean): boolean => says(e, wanted, text, length);
  switch (test.kind) {
    case "UnaryOp":
      return test.op === "not" && below(test.operand, !truth);
    case "BoolOp":
      return (test.op === "and") === truth && test.values.some((e) => below(e, truth));
    case "Call":
      return truth && asksEnd(test, text, length);
    case "Compare": {
      const [right] = test.comparators;
      if (test.ops.length > 1 || test.ops[0] !== (truth ? "==" : "!=") || !right) return false;
      return isEnd(test.left, right, text, length) || isEnd(right, test.left, text, length);
    }
    default:
      return false;
  }
}

/** `text.startswith('* ')`, and of several. */
function asksEnd({ func, args }: py.Call, text: py.Expression, length: number): boolean {
  const [given] = args;
  if (func.kind !== "Attribute" || func.attr !== (length > 0 ? "startswith" : "endswith")) return false;
  if (!isSamePath(func.value, text) || !given || args.length > 1) return false;
  const ends = given.kind === "Tuple" ? given.elts : [given];
  return ends.length > 0 && ends.every((end) => isLong(end, Math.abs(length)));
}

/** `text[:2] == '* '`, `text[-1] == '/'`. */
function isEnd(e: py.Expression, literal: py.Expression, text: py.Expression, length: number): boolean {
  if (e.kind !== "Subscript" || !isSamePath(e.value, text) || literal.kind !== "Str") return false;
  const { slice } = e;
  if (!isLong(literal, Math.abs(length))) return false;
  if (slice.type === "index") return constantIndex(slice.value) === (length > 0 ? 0 : -1) && literal.value.length === 1;
  if (slice.type !== "slice" || slice.step) return false;
  const [bound, other] = length > 0 ? [slice.upper, slice.lower] : [slice.lower, slice.upper];
  const size = literal.value.length;
  return bound !== null && other === null && constantIndex(bound) === (length > 0 ? size : -size);
}

const isLong = (e: py.Expression, length: number): boolean =>
  e.kind === "Str" && isAsciiLiteral(e) && e.value.length >= length;
