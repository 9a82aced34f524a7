import { asTuples, partly } from "../analysis/built-in-part.ts";
import { isDynamic } from "../analysis/dynamic.ts";
import { everyHas } from "../analysis/class-support.ts";
import { boundSpecial, comparisonMethods } from "../analysis/special-methods.ts";
import { never, type Type } from "../analysis/types.ts";
import { arrow, binary, call, id, logical, member, method, not, string } from "../emit/build.ts";
import { awaits } from "../emit/has-node.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { CAUGHT } from "../library/sys.ts";
import { mixes } from "../library/mixed-text.ts";
import { confusesSequences, ordersByName, neverEqualSequences } from "../analysis/comparable.ts";
import type * as py from "../python/ast.ts";
import { comparesAdapters, isAdapter } from "./adapter.ts";
import { isAsciiLiteral } from "./ascii-literal.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { plainCase } from "./plain-case.ts";
import { isQuiet } from "./quiet.ts";
import { typeComparison } from "./type-test.ts";
import { counted } from "./counted.ts";
import { untold } from "./told.ts";
import { tsType } from "./types.ts";
import { members } from "../analysis/join.ts";
import { has, isInteger, isLong, isText, only } from "../analysis/kinds.ts";
import { givesOther } from "./bool-op.ts";
import { areUnrelated, boolTest, comparesItself, equality, losesTruth, mixedEquality } from "./equality.ts";
import { contains } from "./contains.ts";

/** `a < b`, `a < b < c`. What a method of the program's own gives for it, Python hands on as it is. */
export function compare(context: Context, node: py.Compare): ts.Expression {
  const operands = [node.left, ...node.comparators];
  if (!context.tests.has(node) && node.ops.some((op, i) => givesOther(context, op, operands[i], operands[i + 1])))
    return context.untranslated("U0104", "the value of a comparison by a method that gives no bool", node);
  const ofType = typeComparison(context, node);
  if (ofType) return ofType;
  if (node.ops.length === 1) {
    const [op] = node.ops;
    const [right] = node.comparators;
    if (op && right) return pair(context, op, node.left, right, node);
  }
  return chain(context, node, node.left, 0);
}

/** The comparisons from the `i`th on, `left` being its left operand. What stands in the middle is made once, and what follows only if it counts. */
function chain(context: Context, node: py.Compare, left: py.Expression, i: number): ts.Expression {
  const [op, right] = [node.ops[i], node.comparators[i]];
  if (!op || !right) throw new Error("a comparison has as many operators as operands on the right");
  if (i === node.ops.length - 1) return pair(context, op, left, right, node);
  if (isPlain(right)) return logical("&&", pair(context, op, left, right, node), chain(context, node, right, i + 1));
  // `0 < f(x) < 5` → `((value) => 0 < value && value < 5)(f(x))`
  const held = (e: py.Expression, base: string): ts.Identifier => {
    const name = id(context.temporary(base));
    given.push({ name, value: expression(context, e), type: context.typeOf(e), node: e });
    return name;
  };
  const given: { name: ts.Identifier; value: ts.Expression; type: Type; node: py.Expression }[] = [];
  const first = isPlain(left) ? left : context.stand(held(left, "first"), context.typeOf(left), left);
  const middle = context.stand(held(right, "value"), context.typeOf(right), right);
  const body = logical("&&", pair(context, op, first, middle, node), chain(context, node, middle, i + 1));
  if (awaits(body)) return context.untranslated("U0103", "a chained comparison that waits after its middle", node);
  return call(
    arrow(
      given.map(({ name, type }) => id(name.name, tsType(context, type))),
      body,
    ),
    given.map(({ value }) => value),
  );
}

/** Reading it twice does nothing more than reading it once. */
const isPlain = (e: py.Expression): boolean =>
  e.kind === "Name" || e.kind === "Num" || e.kind === "Str" || (e.kind === "Attribute" && isPlain(e.value));

function pair(
  context: Context,
  op: py.CompareOperator,
  l: py.Expression,
  r: py.Expression,
  node: py.Compare,
): ts.Expression {
  if (op === "in" || op === "not in") {
    if (members(context.typeOf(l)).some(isAdapter))
      return context.untranslated("U0104", `${op} with a function or class of the library`, node);
    const made = contains(context, l, r, node);
    return op === "in" ? made : not(made);
  }
  const left = context.typeOf(l);
  const right = context.typeOf(r);
  if (comparesAdapters(left, right) || comparesAdapters(right, left))
    return context.untranslated("U0104", `${op} of functions or classes of the library`, node);
  const isEquality = op === "==" || op === "!=";
  const a = (isEquality && plainCase(context, l, [r], "whole")) || expression(context, l);
  const b = (isEquality && plainCase(context, r, [l], "whole")) || expression(context, r);
  // et, ev, tb = sys.exc_info(); et == KeyError
  if (left.k === "lib" && left.name === CAUGHT && only(right, "class", "libclass")) {
    const made = call(member(a, "is"), [b]);
    return op === "==" || op === "is" ? made : not(made);
  }
  if (op === "is" || op === "is not") return identity(context, op, [l, a, left], [r, b, right], node);
  if (op !== "==" && op !== "!=" && confusesSequences(left, right))
    return context.untranslated("U0104", `${op} of a list and a tuple`, node);
  if (op !== "==" && op !== "!=" && ordersByName(left, right))
    return context.untranslated("U0104", `${op} of a tuple and another value`, node);
  if (op === "==" || op === "!=") {
    const texts = mixedEquality(context, l, a, r, b);
    if (texts) return op === "==" ? texts : not(texts);
    reportMixture(context, l, r, node);
    if (neverEqualSequences(left, right) && isQuiet(context, l) && isQuiet(context, r)) return id(String(op === "!="));
    if (confusesSequences(left, right)) return context.untranslated("U0104", `${op} of a list and a tuple`, node);
    const divisible = divisibility(context, op, l, r);
    if (divisible) return divisible;
    if (op === "!=" && comparesItself(left, right)) return call(context.runtime("python", "notEquals"), [a, b]);
    const made = equality(context, a, left, b, right);
    return op === "==" ? made : not(made);
  }
  reportMixture(context, l, r, node);
  if (left.k === "poison" || right.k === "poison") {
    const isUnknown = has(left, "unknown", "json", "none") || has(right, "unknown", "json", "none");
    const zero: ts.Expression = { type: "Literal", value: 0, raw: "0" };
    return isUnknown ? binary(op, call(context.runtime("python", "compare"), [a, b]), zero) : binary(op, a, b);
  }
  const parts = [left, right].map((type) => partly(type, "__lt__", "__le__", "__gt__", "__ge__", "__cmp__"));
  if (parts.some((type) => has(type, "instance"))) return orderObjects(context, op, a, left, b, right, node);
  if ([left, right].every((t) => only(t, "int", "long", "float", "bool")))
    return binary(op, counted(a, left), counted(b, right));
  // Code units order as code points and as bytes do, but for characters beyond the BMP.
  if (
    isText(left) &&
    isText(right) &&
    only(left, "str") &&
    only(right, "str") &&
    [left, right].every((t) => members(t).every((m) => m.k === "str" && m.ascii))
  ) {
    return binary(op, a, b);
  }
  if ([left, right].map(asTuples).every((t) => isDynamic(t) && !has(t, "instance"))) {
    return binary(op, call(context.runtime("python", "compare"), [a, b]), { type: "Literal", value: 0, raw: "0" });
  }
  // Sets are ordered by what they hold: neither may be less.
  if ((["set", "dict", "list"] as const).some((kind) => parts.every((type) => only(type, kind))))
    return binary(op, call(context.runtime("python", "compare"), [a, b]), { type: "Literal", value: 0, raw: "0" });
  if (left.k === "lib" && right.k === "lib" && left.name === right.name && library.memberEntry(left, "__cmp__"))
    return binary(op, a, b);
  return context.untranslated("U0104", `${op} of values whose types are not known`, node);
}

/** `<` of objects: by the method for it, else by the other operand's reflected one, else by `__cmp__`. */
function orderObjects(
  context: Context,
  op: "<" | "<=" | ">" | ">=",
  a: ts.Expression,
  left: Type,
  b: ts.Expression,
  right: Type,
  node: py.Compare,
): ts.Expression {
  const [own, reflected] = comparisonMethods[op] ?? ["", ""];
  const says = (type: Type, name: string): boolean =>
    everyHas(type, name) && members(type).every((m) => only(boundSpecial(m, name)?.fn.returns.type ?? never, "bool"));
  if (says(left, own)) return method(a, own, [b]);
  if (everyHas(left, own) || everyHas(right, reflected))
    return call(context.runtime("python", "ordered"), [a, b, string(own), string(reflected)]);
  const rich = [left, right].some((t) => members(t).some((m) => boundSpecial(m, own) ?? boundSpecial(m, reflected)));
  if (!rich && (everyHas(left, "__cmp__") || everyHas(right, "__cmp__")))
    return binary(op, call(context.runtime("python", "compare"), [a, b]), { type: "Literal", value: 0, raw: "0" });
  return context.untranslated("U0104", `${op} of objects that do not say how they are ordered`, node);
}

/** Where text meets unicode beyond ASCII, Python finds them unequal, or raises UnicodeDecodeError. */
function reportMixture(context: Context, l: py.Expression, r: py.Expression, node: py.Compare): void {
  if (isAsciiLiteral(l) || isAsciiLiteral(r)) return;
  if (mixes(context.typeOf(l), context.typeOf(r))) context.report("A0106", "str and unicode compared", node);
}

/** `a % n == 0` is the same for either sign of the remainder. */
function divisibility(context: Context, op: "==" | "!=", l: py.Expression, r: py.Expression): ts.Expression | null {
  if (l.kind !== "BinOp" || l.op !== "%" || r.kind !== "Num" || Number(r.number.value) !== 0) return null;
  if (l.right.kind !== "Num" || Number(l.right.number.value) === 0) return null;
  if (!isInteger(context.typeOf(l.left)) || isLong(context.typeOf(l.right))) return null;
  const made = binary("%", expression(context, l.left), expression(context, l.right));
  return binary(op === "==" ? "===" : "!==", made, { type: "Literal", value: 0, raw: "0" });
}

function identity(
  context: Context,
  op: "is" | "is not",
  [l, a, left]: readonly [py.Expression, ts.Expression, Type],
  [r, b, right]: readonly [py.Expression, ts.Expression, Type],
  node: py.Compare,
): ts.Expression {
  const kinds = [
    "none",
    "bool",
    "instance",
    "lib",
    "list",
    "dict",
    "set",
    "poison",
    "class",
    "libclass",
    "func",
  ] as const;
  // Numbers and texts: whether two equal ones are one object is CPython's own affair.
  const safe = (t: Type): boolean => only(t, ...kinds);
  if (!safe(left) && !safe(right)) return context.untranslated("U0103", "`is` of values that are not objects", node);
  const truth = boolTest(a, left, b, right);
  if (truth) return op === "is" ? truth : not(truth);
  const [x, y] = only(left, "none") || only(right, "none") ? [untold(a), untold(b)] : [a, b];
  if (losesTruth(context, l, left, right) || losesTruth(context, r, right, left) || areUnrelated(left, right)) {
    const same = method(id("Object"), "is", [a, b]);
    return op === "is" ? same : not(same);
  }
  return binary(op === "is" ? "===" : "!==", x, y);
}
