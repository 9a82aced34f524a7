import { sameTextOf } from "./same-text.ts";
import { as, awaited, call, conditional, logical, nil } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { attribute } from "./attribute.ts";
import { compare } from "./compare.ts";
import { callExpression } from "./call.ts";
import { comprehension } from "./comprehension.ts";
import type { Context } from "./context.ts";
import { markGuarded } from "./guarded-call.ts";
import { binary } from "./operator.ts";
import { subscript } from "./subscript.ts";
import { reprOf } from "./text.ts";
import { decidedBy, reportDecided } from "./decided-type-test.ts";
import { condition } from "./truth.ts";
import { tsType } from "./types.ts";
import { passedOn } from "./wrapper.ts";
import { lambda } from "./lambda.ts";
import type { Type } from "../analysis/types.ts";
import { only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";
import { boolOp } from "./bool-op.ts";
import { nameExpression } from "./name.ts";
import { unaryOp } from "./unary-operator.ts";
import { numberLiteral, textLiteral } from "./literal.ts";
import { arrayDisplay, dictDisplay, setDisplay } from "./container-display.ts";

type NodeOf<K extends py.ExpressionKind> = Extract<py.Expression, { kind: K }>;
type Visit<K extends py.ExpressionKind> = (context: Context, node: NodeOf<K>) => ts.Expression;

/** One visitor a kind of expression. */
const visitors: { readonly [K in py.ExpressionKind]: Visit<K> } = {
  Name: nameExpression,
  Num: numberLiteral,
  Str: textLiteral,
  JoinedStr: (context, node) => context.untranslated("U0103", "an f-string: the file is Python 3", node),
  BoolOp: boolOp,
  BinOp: (context, node) => binary(context, node),
  UnaryOp: unaryOp,
  Compare: compare,
  Lambda: lambda,
  IfExp: (context, node) => {
    const text = sameTextOf(context, node);
    if (text) return expression(context, text);
    const test = condition(context, node.test);
    const decided = decidedBy(context, node.test, test);
    if (decided !== null) {
      reportDecided(context, node.test, decided);
      return expression(context, decided ? node.body : node.orelse);
    }
    markGuarded(context, node.test, node.body);
    return conditional(test, expression(context, node.body), expression(context, node.orelse));
  },
  Dict: dictDisplay,
  List: arrayDisplay,
  Tuple: arrayDisplay,
  Set: setDisplay,
  Starred: (context, node) => context.untranslated("U0103", "* in an expression: the file is Python 3", node),
  ListComp: comprehension,
  SetComp: comprehension,
  DictComp: comprehension,
  GeneratorExp: comprehension,
  Yield: (context, node) => {
    if (node.from) return context.untranslated("U0103", "yield from: the file is Python 3", node);
    if (context.frame.scope.node.kind === "Lambda") return context.untranslated("U0103", "yield in a lambda", node);
    const made: ts.Expression = {
      type: "YieldExpression",
      argument: node.value ? expression(context, node.value) : nil(),
      delegate: false,
    };
    // `next()` sends nothing, which is None in Python.
    return context.unusedYields.has(node) ? made : logical("??", made, nil());
  },
  Await: (context, node) => context.untranslated("U0103", "await: the file is Python 3", node),
  Call: callExpression,
  Repr: (context, node) => call(reprOf(context, context.typeOf(node.value), node), [expression(context, node.value)]),
  Attribute: attribute,
  Subscript: subscript,
  InvalidExpression: (context, node) => context.untranslated("U0108", node.message, node),
};

/** An expression, awaited where its value must be. A call that gives None gives `null`, whatever its translation does. */
export function expression(context: Context, node: py.Expression): ts.Expression {
  const made = effect(context, node);
  if (node.kind !== "Call") return made;
  if (givesNothing(context, node, made)) return call(context.runtime("python", "nothing"), [made]);
  if (isMark(made)) return made;
  if (mayGiveNothing(context, node)) return logical("??", made, nil());
  return mayNotReturn(context, node) ? as(made, tsType(context, context.typeOf(node))) : made;
}

/** One of several functions that the call may be of has no value at all, where another one has. */
function mayGiveNothing(context: Context, node: py.Call): boolean {
  const isEmpty = (m: Type): boolean =>
    m.k === "func" && !m.fn.isGenerator && m.fn.returnsNothing && !m.fn.returnsValue;
  return !only(context.typeOf(node), "none") && members(context.typeOf(node.func)).some(isEmpty);
}

/** One of several functions always raises: to TypeScript it gives nothing. */
function mayNotReturn(context: Context, node: py.Call): boolean {
  // A wrapper's own call of what it wraps gives what that one gives.
  if (node.starargs && context.facts.passedOn.has(node.starargs)) return false;
  const functions = members(context.typeOf(node.func));
  const raises = (m: Type): boolean =>
    m.k === "func" && !m.fn.isGenerator && !m.fn.returnsNothing && !m.fn.returnsValue && !m.wraps && !m.fn.async;
  return functions.length > 1 && context.typeOf(node).k !== "never" && functions.some(raises);
}

/** Python's value of the call is None, and what it is written as has another in TypeScript, or none. */
const givesNothing = (context: Context, node: py.Call, made: ts.Expression): boolean =>
  only(context.typeOf(node), "none") &&
  !isMark(made) &&
  !(made.type === "Literal" && made.value === null) &&
  !members(context.typeOf(node.func)).every(
    (m) => m.k === "func" && !m.wraps && m.fn.returnsValue && !m.fn.returnsNothing,
  );

/** An expression for what it does: its value, where Python's is None, may be another. */
export function effect(context: Context, node: py.Expression): ts.Expression {
  const visit = visitors[node.kind] as Visit<typeof node.kind>;
  const made = visit(context, node as never);
  const isCall = node.kind === "Call" || node.kind === "Attribute" || node.kind === "Subscript";
  if (
    isCall &&
    context.facts.awaited.has(node) &&
    made.type !== "AwaitExpression" &&
    !isMark(made) &&
    !awaitsInside(context, node)
  ) {
    return passedOn(context, node, awaited(made));
  }
  return passedOn(context, node, made);
}

/** A library call whose translation has the `await` inside. */
const awaitsInside = (context: Context, node: py.Expression): boolean =>
  node.kind === "Call" && members(context.typeOf(node.func)).some((m) => library.callable(m)?.async === "inside");

/** `untranslated(…)` throws: there is nothing to await. */
export const isMark = (node: ts.Expression): boolean =>
  node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "untranslated";
