import { partly } from "../analysis/built-in-part.ts";
import { everyHas } from "../analysis/class-support.ts";
import { alwaysTrue } from "../analysis/narrow.ts";
import { hasPlainLength } from "../analysis/plain-length.ts";
import { type Type } from "../analysis/types.ts";
import { as, binary, call, id, isConstant, logical, member, method, nil, not, number } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { sizedTypes } from "../library/sized-types.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { markGuardedOperands } from "./guarded-call.ts";
import { untold } from "./told.ts";
import { tsType } from "./types.ts";
import { has, isBytes, only, without } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** An expression as a condition: Python's truth of it, written natively where the type is known. */
export function condition(context: Context, node: py.Expression): ts.Expression {
  if (node.kind === "UnaryOp" && node.op === "not") return not(condition(context, node.operand));
  if (node.kind === "BoolOp") {
    markGuardedOperands(context, node);
    const isAnd = node.op === "and";
    const operands = node.values.map((value) => condition(context, value));
    // `true && x` is x.
    const [first, ...rest] = operands.filter((e, i) => i === operands.length - 1 || !isConstant(e, isAnd));
    if (!first) throw new Error("a boolean operator has operands");
    return rest.reduce((left, right) => logical(isAnd ? "&&" : "||", left, right), first);
  }
  if (node.kind === "Name" && node.id === "True") return id("true");
  const constant = constantTruth(node);
  if (constant !== null) return id(String(constant));
  if (node.kind === "Compare") context.tests.add(node);
  return truth(context, expression(context, node), context.typeOf(node));
}

/** The truth of an expression as a value, true or false, where a condition takes `count` or `name` as well: `bool(name)` → `Boolean(name)`. */
export function truthValue(context: Context, node: py.Expression): ts.Expression {
  const made = condition(context, node);
  return only(context.typeOf(node), "bool") || isTruth(made) ? made : call(id("Boolean"), [made]);
}

const comparisons: ReadonlySet<string> = new Set(["===", "!==", "==", "!=", "<", "<=", ">", ">=", "in", "instanceof"]);

/** What TypeScript makes of it is true or false, and nothing that only counts as one. */
function isTruth(made: ts.Expression): boolean {
  switch (made.type) {
    case "BinaryExpression":
      return comparisons.has(made.operator);
    case "UnaryExpression":
      return made.operator === "!";
    case "LogicalExpression":
      return made.operator !== "??" && isTruth(made.left) && isTruth(made.right);
    case "CallExpression":
      return made.callee.type === "Identifier" && (made.callee.name === "truthy" || made.callee.name === "Boolean");
    default:
      return isConstant(made, true) || isConstant(made, false);
  }
}

/** The truth of a literal text or number, null of anything else. */
export const constantTruth = (node: py.Expression): boolean | null =>
  node.kind === "Str" ? node.value !== "" : node.kind === "Num" ? Number(node.number.value) !== 0 : null;

/** The truth of a value of a type. */
export function truth(context: Context, value: ts.Expression, given: Type): ts.Expression {
  const type = partly(given, "__nonzero__", "__len__");
  if (only(type, "bool") || only(type, "poison")) return value;
  if (only(type, "int")) return binary("!==", value, number(0));
  if (only(type, "int", "long", "bool")) return call(context.runtime("python", "truthy"), [value]);
  if (isBytes(type)) return binary(">", member(value, "length"), number(0));
  if (only(type, "str", "unicode")) return binary("!==", value, { type: "Literal", value: "", raw: '""' });
  if (only(type, "list", "sequence")) return binary(">", member(value, "length"), number(0));
  if (only(type, "dict", "set")) return binary(">", member(value, "size"), number(0));
  if (only(type, "float") || only(type, "int", "float")) return binary("!==", value, number(0));
  const rest = without(type, "none");
  // A jar of cookies, say: false when it is empty.
  if (rest.k === "lib" && sizedTypes.has(rest.name)) return sizeTruth(value, has(type, "none"));
  if (has(type, "none")) {
    const bare = untold(value);
    if (rest.k === "never" || members(rest).every(alwaysTrue)) return binary("!==", bare, nil());
    // Empty text, zero and null are JavaScript's own falsehoods; NaN is not one of Python's, so floats are kept out.
    if (only(rest, "str", "unicode", "int", "bool") && !isBytes(rest)) return value;
    if (only(rest, "list", "dict", "set", "float", "int") && isSimple(bare)) {
      const something = bare === value ? value : as(bare, tsType(context, rest));
      return logical("&&", binary("!==", bare, nil()), truth(context, something, rest));
    }
  }
  if (members(type).every(alwaysTrue) && type.k !== "never" && isSimple(value)) return id("true");
  if (everyHas(type, "__nonzero__")) return method(value, "__nonzero__");
  if (everyHas(type, "__len__") && !members(type).some((m) => m.k === "instance" && m.cls.findMethod("__nonzero__")))
    return hasPlainLength(type)
      ? binary("!==", method(value, "__len__"), number(0))
      : binary("!==", call(context.runtime("python", "length"), [value]), number(0));
  if (type.k === "lib" && library.memberEntry(type, "__nonzero__")) return method(value, "__nonzero__");
  const test = call(context.runtime("python", "truthy"), [value]);
  // TypeScript knows from it too that the value is not None.
  return has(type, "none") && isSimple(value) ? logical("&&", binary("!==", value, nil()), test) : test;
}

function sizeTruth(value: ts.Expression, optional: boolean): ts.Expression {
  const isFilled = binary(">", member(value, "size"), number(0));
  if (!optional) return isFilled;
  // TypeScript knows from it too that the value is not None.
  if (isSimple(value)) return logical("&&", binary("!==", value, nil()), isFilled);
  const size: ts.Expression = {
    type: "MemberExpression",
    object: value,
    property: id("size"),
    computed: false,
    optional: true,
  };
  return binary(">", { type: "LogicalExpression", operator: "??", left: size, right: number(0) }, number(0));
}

/** Reading it twice does the same as reading it once. */
export const isSimple = (node: ts.Expression): boolean =>
  node.type === "Identifier" ||
  node.type === "Literal" ||
  node.type === "ThisExpression" ||
  (node.type === "MemberExpression" && !node.computed && node.object.type !== "Super" && isSimple(node.object));
