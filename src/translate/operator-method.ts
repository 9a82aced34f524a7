import { describeKinds } from "../analysis/describe.ts";
import { isNotImplemented, type Type } from "../analysis/types.ts";
import { as, call, method, neverType, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { operatorMethod } from "../analysis/operators.ts";
import type * as py from "../python/ast.ts";
import { emitLibraryCall } from "./library-call.ts";
import type { Context } from "./context.ts";
import { binaryMethod, haveNoOperator, isNewStyle, operatorName, reflected } from "../analysis/special-methods.ts";
import { isQuiet } from "./quiet.ts";
import { isSimple } from "./truth.ts";
import { tsType } from "./types.ts";
import { isNumber } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";
import { positionalArguments } from "../library/signature.ts";
import { type Operand } from "./operator.ts";
import { namesText, namedText } from "../library/mixed-text.ts";
import { mixtureAt } from "./mixture.ts";

/** An operator of a library's object: what its special method is translated to; null where it has none. */
export function libraryOperator(
  context: Context,
  op: py.BinaryOperator,
  l: ts.Expression,
  left: Type,
  r: ts.Expression,
  right: Type,
  span: py.Span,
): ts.Expression | null {
  const name = operatorMethod(op, context.module.tree.futures.has("division"));
  if (!name) return null;
  if (left.k !== "lib") {
    // `2 * delta`: the right operand has the method, and it does not matter which is made first.
    if (right.k !== "lib" || !isNumber(left) || !(isSimple(l) || isSimple(r))) return null;
    const entry = library.memberEntry(right, reflected(name));
    if (entry?.kind !== "function") return null;
    const made = context.stand(r, library.operator(right, reflected(name), left, context.facts.clock), span);
    return emitLibraryCall(context, entry, made, r, right, positionalArguments(entry, context.stand(l, left, made)));
  }
  const entry = library.memberEntry(left, name);
  if (entry?.kind !== "function") return null;
  const node = context.stand(l, library.operator(left, name, right, context.facts.clock), span);
  return emitLibraryCall(context, entry, node, l, left, positionalArguments(entry, context.stand(r, right, node)));
}

/** An operator of objects: the special method of the left operand, or the reflected one of the right. */
export function objectOperator(
  context: Context,
  op: py.BinaryOperator,
  l: Operand,
  left: Type,
  r: Operand,
  right: Type,
  span: py.BinOp | py.AugAssign,
  result: Type,
): ts.Expression {
  const trueDivision = context.module.tree.futures.has("division");
  const found = members(left).flatMap((a) => members(right).map((b) => binaryMethod(op, a, b, trueDivision)));
  const [first] = found;
  const own = operatorName(op, trueDivision);
  if (own !== null && haveNoOperator(op, left, right, trueDivision)) {
    const names = [string(`__${own}__`), string(`__r${own}__`)];
    const named = string(span.kind === "AugAssign" ? `${op}=` : op === "**" ? "** or pow()" : op);
    return as(
      call(context.runtime("python", "operated"), [
        l.value,
        r.value,
        ...names,
        named,
        ...textOf(context, union([left, right]), span),
      ]),
      neverType(),
    );
  }
  if (!first || found.some((f) => f?.name !== first.name))
    return context.untranslated("U0104", `${op} of ${describeKinds(left)} and ${describeKinds(right)}`, span);
  const passes = found.some((f) => f && members(f.method.fn.returns.type).some(isNotImplemented));
  if (passes && [left, right].some((type) => members(type).some((m) => m.k === "instance" && !isNewStyle(m.cls))))
    return context.untranslated(
      "U0109",
      `${op} by ${first.name} of a class without object, which may not know the other`,
      span,
    );
  const operated = (): ts.Expression => {
    const own = first.name.replace(/^__r(?=add|sub|mul|div|truediv|floordiv|mod|pow|lshift|rshift|and|or|xor)/, "__");
    const made = call(context.runtime("python", "operated"), [
      l.value,
      r.value,
      string(own),
      string(own.replace("__", "__r")),
      string(span.kind === "AugAssign" ? `${op}=` : op),
      ...textOf(context, union([left, right]), span),
    ]);
    // Where neither knows the other it raises.
    const isKnown = result.k !== "unknown" && result.k !== "never";
    return as(made, isKnown || !found.every(refuses) ? tsType(context, result) : neverType());
  };
  if (first.of === "left") {
    // The right operand comes first where its class derives from the left one's and has a method of its own.
    const name = first.name.replace("__", "__r");
    if (members(right).some((m) => m.k === "instance" && m.cls.methods.has(name) && m.cls.lineage.length > 1))
      return context.untranslated("U0109", `${op} of objects whose class has ${name} and derives from another`, span);
    return passes ? operated() : method(l.value, first.name, [r.value]);
  }
  // Python makes the left operand first.
  if (l.node && r.node && !isQuiet(context, l.node) && !isQuiet(context, r.node))
    return context.untranslated("U0103", `${op} by ${first.name} of what is not a plain value`, span);
  return passes ? operated() : method(r.value, first.name, [l.value]);
}

/** The method never knows the other operand. */
const refuses = (found: ReturnType<typeof binaryMethod>): boolean =>
  found !== null && members(found.method.fn.returns.type).every(isNotImplemented);

/** What the TypeError of an operator is told to call a text. */
function textOf(context: Context, type: Type, span: py.BinOp | py.AugAssign): ts.Expression[] {
  namesText(mixtureAt(context, span), type);
  return namedText(type);
}
