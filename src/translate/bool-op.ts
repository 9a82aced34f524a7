import { alwaysTrue } from "../analysis/narrow.ts";
import { boundSpecial, comparisonMethods } from "../analysis/special-methods.ts";
import { never, isNotImplemented, type Type } from "../analysis/types.ts";
import { arrow, call, conditional, logical, nil } from "../emit/build.ts";
import { awaits } from "../emit/has-node.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { decidedBy, reportDecided } from "./decided-type-test.ts";
import { expression } from "./expression.ts";
import { markGuardedOperands } from "./guarded-call.ts";
import { isQuiet } from "./quiet.ts";
import { condition, constantTruth, isSimple } from "./truth.ts";
import { isPoison, members } from "../analysis/join.ts";
import { isBytes, only } from "../analysis/kinds.ts";

/** `and` and `or` as values; as conditions see `condition`. */
export function boolOp(context: Context, node: py.BoolOp): ts.Expression {
  const [first, ...more] = node.values;
  const isTrue = first ? constantTruth(first) : null;
  if (first && isTrue !== null) {
    // `"a" or "b"` is "a", and `"a" and x` is x: TypeScript refuses to test a constant.
    if (isTrue === (node.op === "or")) return expression(context, first);
    return more.length === 1 && more[0] ? expression(context, more[0]) : boolOp(context, { ...node, values: more });
  }
  markGuardedOperands(context, node);
  const ternary = andOr(context, node);
  if (ternary) return ternary;
  const types = node.values.map((v) => context.typeOf(v));
  const tested = types.slice(0, -1);
  if (types.every((t) => only(t, "bool"))) return condition(context, node);
  if (tested.every(isNativelyTrue)) {
    const [first, ...rest] = node.values.map((v) => expression(context, v));
    if (!first) throw new Error("a boolean operator has operands");
    return rest.reduce((left, right) => logical(node.op === "and" ? "&&" : "||", left, right), first);
  }
  const values = node.values.map((v) => expression(context, v));
  if (values.slice(0, -1).every(isSimple)) {
    return (
      values
        .map((value, i) => ({ value, node: node.values[i] }))
        .reduceRight<ts.Expression | null>((rest, { value, node: part }) => {
          if (!rest || !part) return value;
          const test = condition(context, part);
          return node.op === "and" ? conditional(test, rest, value) : conditional(test, value, rest);
        }, null) ?? nil()
    );
  }
  // A value is made once: a runtime helper takes what follows as a function, unless that must be awaited.
  if (!values.slice(1).some(awaits))
    return values.reduceRight((rest, value) =>
      call(context.runtime("python", node.op === "and" ? "andThen" : "orElse"), [value, arrow([], rest)]),
    );
  return context.untranslated("U0104", `${node.op} of values whose truth is not JavaScript's`, node);
}

/**
 * `test and a or b`, the conditional expression of old: a where both are true, else b. What the test is is never the value.
 *
 *     size and 'some' or 'none'       →  size !== 0 ? "some" : "none"
 *     fields and encode(fields) or ''  →  fields.size > 0 ? encode(fields) || "" : ""
 *     names and first(names) or ask()  →  orElse(names.length > 0 ? first(names) : null, () => ask())
 */
function andOr(context: Context, node: py.BoolOp): ts.Expression | null {
  if (node.op !== "or" || node.values.length !== 2) return null;
  const [left, right] = node.values;
  if (left?.kind !== "BoolOp" || left.op !== "and" || !right) return null;
  const chosen = left.values.at(-1);
  const tested = left.values.slice(0, -1);
  if (!chosen) return null;
  const isTrue = constantTruth(chosen) === true;
  // TypeScript's own operators do the same, and TypeScript sees that what was tested is not the value.
  if (!isTrue && left.values.every((v) => isNativelyTrue(context.typeOf(v)))) return null;
  const test = tested.map((v) => condition(context, v)).reduce((a, b) => logical("&&", a, b));
  const [question] = tested;
  const decided = question && tested.length === 1 ? decidedBy(context, question, test) : null;
  if (question && decided !== null) {
    reportDecided(context, question, decided);
    return decided ? boolOp(context, { ...node, values: [chosen, right] }) : expression(context, right);
  }
  if (isTrue) return conditional(test, expression(context, chosen), expression(context, right));
  if (isQuiet(context, right) && !isPoison(context.typeOf(right)))
    return conditional(test, boolOp(context, { ...node, values: [chosen, right] }), expression(context, right));
  const tried = conditional(test, expression(context, chosen), nil());
  const other = expression(context, right);
  if (awaits(other)) return context.untranslated("U0104", "or of values whose truth is not JavaScript's", node);
  return call(context.runtime("python", "orElse"), [tried, arrow([], other)]);
}

/** Types whose JavaScript truth is Python's. Floats are not: NaN is true in Python. */
const isNativelyTrue = (type: Type): boolean =>
  type.k !== "never" &&
  members(type).every(
    (m) =>
      ["int", "long", "bool", "none", "unicode", "func", "class", "poison"].includes(m.k) ||
      (m.k === "lib" && alwaysTrue(m)) ||
      (m.k === "instance" && !m.cls.findMethod("__nonzero__") && !m.cls.findMethod("__len__")) ||
      (m.k === "str" && !isBytes(m)),
  );

/** A method of one of the two for the operator gives something else than True and False. */
export function givesOther(
  context: Context,
  op: py.CompareOperator,
  left: py.Expression | undefined,
  right: py.Expression | undefined,
): boolean {
  const names = op === "==" ? ["__eq__"] : op === "!=" ? ["__ne__"] : comparisonMethods[op];
  return [left, right].some(
    (operand) =>
      operand &&
      members(context.typeOf(operand)).some((m) =>
        names?.some((name) => {
          const fn = boundSpecial(m, name)?.fn;
          const given = members(fn?.returns.type ?? never);
          // One that comes to its end gives None.
          return fn?.returnsNothing === true || given.some((g) => g.k !== "bool" && !isNotImplemented(g));
        }),
      ),
  );
}
