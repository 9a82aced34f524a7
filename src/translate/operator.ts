import { operands } from "../analysis/infer-operator.ts";
import { describeKinds } from "../analysis/describe.ts";
import type { Type } from "../analysis/types.ts";
import {
  array,
  as,
  binary as binaryNode,
  call,
  construct,
  id,
  method,
  spread,
  anyType,
  neverType,
  string,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import { binaryType } from "../analysis/operators.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isNonNegative } from "./non-negative.ts";
import { counted } from "./counted.ts";
import { expression } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { inOrder, partsOf } from "./in-order.ts";
import { formatPercent } from "./percent.ts";
import { asUnicode, isLoose, mixes } from "../library/mixed-text.ts";
import { mixtureAt } from "./mixture.ts";
import { tsType } from "./types.ts";
import { has, isBytes, isInteger, isLong, isNumber, isText, only, without } from "../analysis/kinds.ts";
import { arithmetic, longArithmetic } from "./arithmetic.ts";
import { reportLastDigit } from "./last-digit.ts";
import { libraryOperator, objectOperator } from "./operator-method.ts";

/** `left op right`. */
export function binary(context: Context, node: py.BinOp): ts.Expression {
  const left = context.typeOf(node.left);
  const right = context.typeOf(node.right);
  if (node.op === "%" && has(left, "str", "unicode") && only(left, "str", "unicode", "none", "poison"))
    return formatPercent(context, node);
  const [l, r] = partsOf(
    context,
    [node.left, node.right].map((e) => ({ node: e, value: expression(context, e) })),
  );
  // Lists are joined by going through the first: [...list, ...items()]
  const parts = [{ ...l!, ...(left.k === "list" && { used: "looking" as const }) }, r!];
  const made = inOrder(context, parts, ([a, b]) =>
    operate(
      context,
      node.op,
      { value: a!, node: node.left },
      left,
      { value: b!, node: node.right },
      right,
      node,
      context.typeOf(node),
    ),
  );
  return made ?? context.untranslated("U0103", `${node.op} of values that have to be waited for`, node);
}

/** A side of an operator: translated, and as it is written where it is known. */
export interface Operand {
  readonly value: ts.Expression;
  readonly node: py.Expression | null;
}

/** Operators of two Counters. */
const counterMethod: Readonly<Partial<Record<py.BinaryOperator, string>>> = {
  "+": "plus",
  "-": "minus",
  "&": "intersection",
  "|": "union",
};

/** The operator on values that are translated already. */
export function operate(
  context: Context,
  op: py.BinaryOperator,
  l: Operand,
  leftType: Type,
  r: Operand,
  rightType: Type,
  span: py.BinOp | py.AugAssign,
  result: Type,
): ts.Expression {
  const { left, right } = operands(op, leftType, rightType, context.module.tree.futures.has("division"));
  const rt = (name: string): ts.Identifier => context.runtime("python", name);
  const isAugmented = span.kind === "AugAssign";
  if (left.k === "poison" || right.k === "poison")
    return opaqueOperator(context, op, operandOf(context, l, left), left, operandOf(context, r, right), right);
  if (has(left, "instance") || has(right, "instance"))
    return objectOperator(context, op, l, left, r, right, span, result);
  const ofCounters = counterMethod[op];
  if (ofCounters && left.k === "dict" && right.k === "dict" && left.counts && right.counts)
    return method(l.value, ofCounters, [r.value]);
  const long = longArithmetic(context, op, l.value, left, r.value, right, result);
  if (long) return long;
  if (isNumber(left) && isNumber(right)) return arithmetic(context, op, l, left, r, right, span);
  if (op === "+") {
    if (isText(left) && isText(right)) {
      return joinTexts(context, l, left, r, right, span);
    }
    if (isBytes(left) && isBytes(right)) return call(context.runtime("http", "joinBytes"), [array([l.value, r.value])]);
    if (left.k === "list" && right.k === "list") return array([...itemsOf(l.value), ...itemsOf(r.value)]);
    if (isTuple(left) && isTuple(right)) {
      const joined = array([...itemsOf(l.value), ...itemsOf(r.value)]);
      const type = tsType(context, result);
      // A tuple of one kind of value is an array to TypeScript, of any length.
      const isOpen = [left, right].some((t) => tsType(context, t).type === "TSArrayType");
      return isOpen && type.type === "TSTupleType" ? as(joined, type) : joined;
    }
    // Both are arrays: Python's TypeError comes by their types, or not at all.
    const kind = (type: Type): ts.Expression => string(only(type, "list") ? "list" : "tuple");
    if ((only(left, "list") && isTuple(right)) || (isTuple(left) && only(right, "list")))
      return call(rt("cannotConcatenate"), [l.value, r.value, kind(left), kind(right)]);
    const mayBeTuple = (type: Type): boolean => has(type, "tuple", "sequence");
    // Two arrays, where Python raises a TypeError.
    const isOther = (one: Type, other: Type): boolean =>
      has(one, "list", "json") && !mayBeTuple(one) && isTuple(without(other, "none"));
    if (!isAugmented && (isOther(left, right) || isOther(right, left)))
      return context.untranslated("U0104", "+ of what may be a list and a tuple", span);
    if (!isAugmented && ((has(left, "list") && mayBeTuple(right)) || (mayBeTuple(left) && has(right, "list"))))
      context.report("A0103", "+ of what may be a list and what may be a tuple", span);
  }
  if (op === "*") {
    const times = (value: ts.Expression, type: Type): ts.Expression =>
      isLong(type) ? call(rt("exactInteger"), [value]) : counted(value, type);
    const [countsLeft, countsRight] = [left, right].map((t) => isInteger(t) || isLong(t));
    // JavaScript's own refuses to repeat less often than not at all.
    const repeated = (text: ts.Expression, count: Operand, type: Type): ts.Expression =>
      only(type, "int") && isNonNegative(context, count.node)
        ? method(text, "repeat", [count.value])
        : call(rt("repeat"), [text, times(count.value, type)]);
    if (isText(left) && countsRight) return repeated(l.value, r, right);
    if (countsLeft && isText(right)) return repeated(r.value, l, left);
    if (only(left, "list", "tuple", "sequence") && countsRight)
      return call(rt("repeatItems"), [l.value, times(r.value, right)]);
    if (countsLeft && only(right, "list", "tuple", "sequence"))
      return call(rt("repeatItems"), [r.value, times(l.value, left)]);
  }
  if (left.k === "set" && right.k === "set") {
    const name = { "-": "difference", "&": "intersection", "|": "union", "^": "symmetricDifference" }[op as string];
    if (name) return call(rt(name), [l.value, r.value]);
  }
  const ofLibrary = libraryOperator(context, op, l.value, left, r.value, right, span);
  if (ofLibrary) return ofLibrary;
  const dynamic = dynamicOperators[op];
  if (dynamic && isDynamic(left) && isDynamic(right)) {
    if (isAugmented && (op === "+" || op === "*") && has(left, "list") && has(left, "tuple", "sequence"))
      return context.untranslated("U0104", `${op}= of what may be a list, which changes, or a tuple`, span);
    // Of a set `op=` changes the set itself.
    if (isAugmented && has(left, "set", "unknown") && ["&", "|", "^"].includes(op))
      return context.untranslated("U0104", `${op}= of what may be a set, which changes, or a number`, span);
    if (op === "**") reportLastDigit(context, l.node, left, r.node, right, span);
    const textType = namedOperand(context, op, left, right, span);
    // Of `**=` the error names the plain operator.
    const named = isAugmented && op !== "**" ? [textType[0] ?? string("str"), string(`${op}=`)] : textType;
    const made = binaryType(context.facts.clock, op, left, right, context.module.tree.futures.has("division"));
    const ofFloats = only(made, "float") ? ofFloat(context, dynamic, l, left, r, right, named) : null;
    if (ofFloats) return ofFloats;
    // A float is no number of times, be it a whole one: Python's TypeError.
    if (
      op === "*" &&
      [left, right].some((t) => only(t, "float")) &&
      [left, right].some((t) => only(t, "str", "unicode", "list", "tuple", "sequence"))
    )
      return as(
        call(
          rt(dynamic),
          [l, r].map(({ value }, i) => (only([left, right][i]!, "float") ? construct(rt("Float"), [value]) : value)),
        ),
        neverType(),
      );
    if ([left, right].some((t) => has(t, "tuple", "sequence")))
      context.report("A0103", `an error of ${op} that names a tuple a list`, span);
    const divides = (op === "/" || op === "//") && [left, right].some((t) => has(t, "unknown"));
    if (has(left, "float") || has(right, "float") || divides)
      context.report("A0103", `${op} on a value that may be an int or a float`, span);
    // A text in a JSON value is unicode.
    if (op === "+" && meetsUnicode(left, right)) context.report("A0106", "str and unicode joined", span);
    const feature = op === "%" && has(left, "unknown", "str", "unicode", "json") ? "percentOrRemainder" : dynamic;
    const inPlace = isAugmented && has(left, "list", "set", "json", "unknown") ? inPlaceOperators[op] : undefined;
    // A remainder of a JSON number is a float beside one.
    const isRemainder = op === "%" && has(left, "json") && only(right, "float");
    const second = isRemainder ? call(rt("boxFloat"), [r.value]) : r.value;
    const done = call(rt(inPlace ?? feature), [l.value, second, ...(inPlace ? textType : named)]);
    // Of such values the operator raises.
    if (made.k === "never") return as(done, neverType());
    const type = tsType(context, made);
    const isJson = only(made, "json") && !has(left, "unknown") && !has(right, "unknown");
    return type.type === "TSUnknownKeyword" || isJson ? done : as(done, type);
  }
  return context.untranslated("U0104", `${op} of ${describeKinds(left)} and ${describeKinds(right)}`, span);
}

/**
 * An operator of what is known to be a float, which makes a float or raises whatever the other side is: it is told apart from an int by
 * its box. Null where neither is known to be one.
 */
function ofFloat(
  context: Context,
  feature: string,
  l: Operand,
  left: Type,
  r: Operand,
  right: Type,
  named: readonly ts.Expression[],
): ts.Expression | null {
  const isFloat = (type: Type): boolean => only(type, "float");
  if (!isFloat(left) && !isFloat(right)) return null;
  const boxed = (operand: Operand, type: Type): ts.Expression =>
    isFloat(type) && !isFractional(operand.node)
      ? call(context.runtime("python", "boxFloat"), [operand.value])
      : operand.value;
  return call(id("Number"), [call(context.runtime("python", feature), [boxed(l, left), boxed(r, right), ...named])]);
}

/** A literal that no int is equal to, and so is a float without a box: 'ab' * 2.0 is a TypeError, 'ab' * 2 is not. */
const isFractional = (node: py.Expression | null): boolean =>
  node?.kind === "Num" && node.number.type === "float" && !Number.isInteger(node.number.value);

const isTuple = (type: Type): boolean => only(type, "tuple", "sequence");

/** Text that may be unicode beside text that may be a `str` beyond ASCII. */
const meetsUnicode = (left: Type, right: Type): boolean =>
  mixes(left, right) ||
  (has(left, "unicode") && has(right, "unknown")) ||
  (has(left, "unknown") && has(right, "unicode"));

/**
 * An operator on what an untranslated place would have made. `+` and `-` are TypeScript's, which is what fits the text or number that it
 * becomes; the others mean something else in TypeScript, so that the runtime decides, as it does where the other side is an object.
 */
function opaqueOperator(
  context: Context,
  op: py.BinaryOperator,
  l: ts.Expression,
  left: Type,
  r: ts.Expression,
  right: Type,
): ts.Expression {
  const isPlain = op === "+" || (op === "-" && [left, right].every((t) => !has(t, "lib", "instance")));
  const dynamic = isPlain ? undefined : dynamicOperators[op];
  if (!dynamic) return binaryNode(op, l, r);
  const formats = op === "%" && (left.k === "poison" || isText(left));
  const divides = op === "/" && (only(left, "float") || only(right, "float"));
  if (divides) return binaryNode(op, l, r);
  return as(call(context.runtime("python", formats ? "percentOrRemainder" : dynamic), [l, r]), anyType());
}

/** A side of TypeScript's own operator: a variable that may hold anything is no operand to it. */
function operandOf(context: Context, { value, node }: Operand, type: Type): ts.Expression {
  const symbol = node?.kind === "Name" ? context.module.bindings.symbols.get(node) : undefined;
  if (symbol === undefined || value.type !== "Identifier") return value;
  const isUntold = has(type.k === "poison" ? context.declaredType(symbol) : type, "unknown");
  return isUntold ? as(value, anyType()) : value;
}

const dynamicOperators: Readonly<Partial<Record<py.BinaryOperator, string>>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "//": "quotient",
  "%": "remainder",
  "**": "toPower",
  "&": "bitwiseAnd",
  "|": "bitwiseOr",
  "^": "bitwiseXor",
  "<<": "shiftedLeft",
  ">>": "shiftedRight",
};

/**
 * What the TypeError of an operator is told to call a text where one may come from JSON, or is unicode: `str` is what it says by itself.
 * That of `*` names the right side alone, and `+` of a `str` and a value from JSON fails only where that is no text.
 */
function namedOperand(
  context: Context,
  op: py.BinaryOperator,
  left: Type,
  right: Type,
  span: py.Span,
): readonly ts.Expression[] {
  // A sum fails where one side is no text: of two that may be, the error names the one that always is.
  const isAlways = (type: Type): boolean => only(type, "str", "unicode");
  const certain = [left, right].filter(isAlways);
  const sides = op === "*" ? [right] : op === "+" && certain.length === 1 ? certain : [left, right];
  const mayBeUnicode = (type: Type): boolean => has(type, "json", "unicode");
  if (!sides.some(mayBeUnicode)) return [];
  if (!sides.some((type) => has(type, "str"))) return [string("unicode")];
  const mayFail = (type: Type): boolean => has(type, "str") && !isAlways(type);
  if (op !== "+" || sides.some(mayFail) || sides.some((type) => has(type, "str") && mayBeUnicode(type)))
    context.report("A0103", `an error of ${op} that names a str unicode, or the other way round`, span);
  return [];
}

/** Operators of which `op=` changes a list or set itself. */
const inPlaceOperators: Readonly<Partial<Record<py.BinaryOperator, string>>> = {
  "+": "addInPlace",
  "-": "subtractInPlace",
  "*": "multiplyInPlace",
};

/** Joining str and unicode decodes the str as ASCII, with an error where it is not. */
function joinTexts(context: Context, l: Operand, left: Type, r: Operand, right: Type, span: py.Span): ts.Expression {
  if (!mixes(left, right)) return binaryNode("+", l.value, r.value);
  const what = "str and unicode joined";
  // Python makes both before it decodes.
  if (isLoose(left) && r.node && !isQuiet(context, r.node)) {
    context.report("A0106", what, span);
    return binaryNode("+", l.value, r.value);
  }
  const place = mixtureAt(context, span);
  return binaryNode("+", asUnicode(place, l.value, left, what), asUnicode(place, r.value, right, what));
}

/** The items of a literal, or all of another array. */
const itemsOf = (value: ts.Expression): readonly (ts.Expression | ts.SpreadElement)[] =>
  value.type === "ArrayExpression" ? value.elements : [spread(value)];
