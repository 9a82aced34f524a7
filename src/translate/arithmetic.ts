import type { Type } from "../analysis/types.ts";
import { binary as binaryNode, call, id, logical, method } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { showsZeroSign } from "../analysis/zero-signs.ts";
import { isNonNegative } from "./non-negative.ts";
import { isNonZero, isPositive } from "./non-zero.ts";
import { isSmall, isSmallLiteral } from "./small-integer.ts";
import type { Context } from "./context.ts";
import { counted } from "./counted.ts";
import { isQuiet } from "./quiet.ts";
import { withoutSign } from "./zero-sign.ts";
import { has, isInteger, isLong, only } from "../analysis/kinds.ts";
import type { Operand } from "./operator.ts";
import { reportLastDigit } from "./last-digit.ts";

/** Integers of any size, and floats beside them; null where no such integer takes part. */
export function longArithmetic(
  context: Context,
  op: py.BinaryOperator,
  l: ts.Expression,
  left: Type,
  r: ts.Expression,
  right: Type,
  result: Type,
): ts.Expression | null {
  const isLarge = isLong(left) || isLong(right) || (only(result, "long") && isInteger(left) && isInteger(right));
  if (!isLarge) return null;
  const number = (value: ts.Expression, type: Type): ts.Expression =>
    only(type, "bool") ? call(id("Number"), [value]) : value;
  if ([left, right].every((t) => only(t, "int", "long", "bool"))) {
    const name = op === "/" && context.module.tree.futures.has("division") ? null : longOperators[op];
    if (!name) return null;
    const made = call(context.runtime("python", name), [number(l, left), number(r, right)]);
    if (!only(result, "int")) return made;
    // What is shifted to the right may still be too large for a number.
    return call(op === ">>" ? context.runtime("python", "exactInteger") : id("Number"), [made]);
  }
  if (![left, right].some((t) => only(t, "float"))) return null;
  const float = (value: ts.Expression, type: Type): ts.Expression =>
    isLong(type) ? call(context.runtime("python", "longToFloat"), [value]) : number(value, type);
  const [a, b] = [float(l, left), float(r, right)];
  if (op === "+" || op === "-" || op === "*") return binaryNode(op, a, b);
  const floats = { "/": "trueDivide", "//": "floorDivideFloat", "%": "moduloFloat", "**": "powerFloat" } as const;
  const name = op in floats ? floats[op as keyof typeof floats] : null;
  return name && call(context.runtime("python", name), [a, b]);
}

const longOperators: Readonly<Partial<Record<py.BinaryOperator, string>>> = {
  "+": "longAdd",
  "-": "longSubtract",
  "*": "longMultiply",
  "/": "longDivide",
  "//": "longDivide",
  "%": "longModulo",
  "**": "longPower",
  "<<": "longShiftLeft",
  ">>": "longShiftRight",
  "&": "longAnd",
  "|": "longOr",
  "^": "longXor",
};

/** Operators of ints alone. */
const BITS: ReadonlySet<string> = new Set(["&", "|", "^", "<<", ">>"]);

/** An operator of two numbers: TypeScript's own where it gives what Python's gives, else the runtime's. */
export function arithmetic(
  context: Context,
  op: py.BinaryOperator,
  l: Operand,
  left: Type,
  r: Operand,
  right: Type,
  span: py.BinOp | py.AugAssign,
): ts.Expression {
  const rt = (name: string): ts.Identifier => context.runtime("python", name);
  if (BITS.has(op) && (only(left, "float") || only(right, "float")))
    return context.untranslated("U0104", `${op} of a float: Python raises TypeError`, span);
  if (BITS.has(op) && (has(left, "float") || has(right, "float")))
    context.report("A0103", `${op} on a value that may be an int or a float`, span);
  if (op === "&" || op === "|" || op === "^") return bitwise(context, op, l, left, r, right, span);
  const a = counted(l.value, left);
  const b = counted(r.value, right);
  const ints = isInteger(left) && isInteger(right);
  const floats = only(left, "float") || only(right, "float");
  const trueDivision = context.module.tree.futures.has("division");
  const limit = (): void => {
    if (ints) context.report("A0102", `integers in ${op}, here and elsewhere in the file`, span);
  };
  // 0 by a negative number is -0 in JavaScript.
  const floored = (): ts.Expression =>
    isPositive(context, r.node) || (isNonZero(context, r.node) && !showsZeroSign(context.program, context.facts, span))
      ? method(id("Math"), "floor", [binaryNode("/", a, b)])
      : call(rt("floorDivide"), [a, b]);
  switch (op) {
    case "+":
    case "-":
      if (!isSmall(context, l.node) || !isSmall(context, r.node)) limit();
      return binaryNode(op, a, b);
    case "*":
      if (!isSmallLiteral(l.node) || !isSmallLiteral(r.node)) limit();
      return ints ? withoutSign(context, span, l.node, r.node, binaryNode("*", a, b)) : binaryNode("*", a, b);
    case "/": {
      const divisor = isNonZero(context, r.node);
      if (floats || (trueDivision && !ints)) return divisor ? binaryNode("/", a, b) : call(rt("trueDivide"), [a, b]);
      if (trueDivision) return divisor ? binaryNode("/", a, b) : call(rt("trueDivideIntegers"), [a, b]);
      if (ints) return floored();
      context.report("A0103", "/ of numbers that may be ints or floats: taken as floats", span);
      return call(rt("trueDivide"), [a, b]);
    }
    case "//":
      return ints ? floored() : call(rt("floorDivideFloat"), [a, b]);
    case "%":
      // Native where both are known not to be negative; the remainder of floats has rules of its own for zero.
      if (ints && isPositive(context, r.node) && isNonNegative(context, l.node)) return binaryNode("%", a, b);
      return call(rt(ints ? "modulo" : "moduloFloat"), [a, b]);
    case "**":
      reportLastDigit(context, l.node, left, r.node, right, span);
      if (ints) {
        context.report("A0102", "integers in **, here and elsewhere in the file", span);
        return call(rt("power"), [a, b]);
      }
      return call(rt("powerFloat"), [a, b]);
    case "<<":
      return call(rt("shiftLeft"), [a, b]);
    case ">>":
      return call(rt("shiftRight"), [a, b]);
    case "@":
      return context.untranslated("U0103", "matrix multiplication: the file is Python 3", span);
  }
}

/** `&`, `|` and `^` of ints; of two bools they give a bool: `found |= matches` → `found = found || matches`. */
function bitwise(
  context: Context,
  op: "&" | "|" | "^",
  l: Operand,
  left: Type,
  r: Operand,
  right: Type,
  span: py.Span,
): ts.Expression {
  const made = call(context.runtime("python", { "&": "bitAnd", "|": "bitOr", "^": "bitXor" }[op]), [
    counted(l.value, left),
    counted(r.value, right),
  ]);
  if (!has(left, "bool") || !has(right, "bool")) return made;
  if (!only(left, "bool") || !only(right, "bool"))
    return context.untranslated("U0104", `${op} of values that may be ints or bools`, span);
  if (op === "^") return binaryNode("!==", l.value, r.value);
  // Python makes both operands.
  const isLazy = r.node !== null && isQuiet(context, r.node);
  return isLazy ? logical(op === "&" ? "&&" : "||", l.value, r.value) : call(id("Boolean"), [made]);
}
