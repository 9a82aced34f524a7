import { isDynamic } from "../analysis/dynamic.ts";
import { everyHas, isOpaque } from "../analysis/class-support.ts";
import { boundSpecial, comparisonMethods, isIterableObject } from "../analysis/special-methods.ts";
import { never, isNotImplemented, type Type } from "../analysis/types.ts";
import { arrow, binary, call, conditional, id, logical, member, method, nil, not, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { CAUGHT } from "../library/sys.ts";
import { asUnicode, mixes } from "../library/mixed-text.ts";
import { confusesSequences, ordersByName, neverEqualSequences } from "../analysis/comparable.ts";
import { sequenceElement } from "../analysis/element.ts";
import type * as py from "../python/ast.ts";
import { comparesAdapters, isAdapter } from "./adapter.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { markGuardedOperands } from "./guarded-call.ts";
import { inOrder, partsOf } from "./in-order.ts";
import { mixtureAt } from "./mixture.ts";
import { isQuiet } from "./quiet.ts";
import { loudness } from "./steady.ts";
import { condition, isSimple } from "./truth.ts";
import { typeComparison } from "./type-test.ts";
import { tsType } from "./types.ts";
import { isPoison, members, union } from "../analysis/join.ts";
import { has, isBytes, isInteger, isNumber, isText, only, without } from "../analysis/kinds.ts";

/** `and` and `or` as values; as conditions see `condition`. */
export function boolOp(context: Context, node: py.BoolOp): ts.Expression {
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
  if (!values.slice(1).some(hasAwait))
    return values.reduceRight((rest, value) =>
      call(context.runtime("python", node.op === "and" ? "andThen" : "orElse"), [value, arrow([], rest)]),
    );
  return context.untranslated("U0104", `${node.op} of values whose truth is not JavaScript's`, node);
}

/** `test and a or b`, the conditional expression of old: a is true whenever it is chosen. */
function andOr(context: Context, node: py.BoolOp): ts.Expression | null {
  if (node.op !== "or" || node.values.length !== 2) return null;
  const [left, right] = node.values;
  if (left?.kind !== "BoolOp" || left.op !== "and" || !right) return null;
  const chosen = left.values.at(-1);
  if (!chosen) return null;
  const surely =
    (chosen.kind === "Str" && chosen.value !== "") || (chosen.kind === "Num" && Number(chosen.number.value) !== 0);
  if (!surely) return null;
  const tests = left.values.slice(0, -1).map((v) => condition(context, v));
  const test = tests.reduce((a, b) => logical("&&", a, b));
  return conditional(test, expression(context, chosen), expression(context, right));
}

/** Types whose JavaScript truth is Python's. Floats are not: NaN is true in Python. */
const isNativelyTrue = (type: Type): boolean =>
  type.k !== "never" &&
  members(type).every(
    (m) =>
      ["int", "bool", "none", "unicode", "lib", "func", "class", "poison"].includes(m.k) ||
      (m.k === "instance" && !m.cls.findMethod("__nonzero__") && !m.cls.findMethod("__len__")) ||
      (m.k === "str" && !isBytes(m)),
  );

function hasAwait(node: ts.Expression): boolean {
  return JSON.stringify(node, (key, value: unknown) =>
    key === "loc" || typeof value === "bigint" ? undefined : value,
  ).includes('"AwaitExpression"');
}

/** A method of one of the two for the operator gives something else than True and False. */
function givesOther(
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
          const given = boundSpecial(m, name)?.fn.returns.type ?? never;
          return members(given).some((g) => g.k !== "bool" && !isNotImplemented(g));
        }),
      ),
  );
}

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
  if (hasAwait(body)) return context.untranslated("U0103", "a chained comparison that waits after its middle", node);
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
  const a = expression(context, l);
  const b = expression(context, r);
  // et, ev, tb = sys.exc_info(); et == KeyError
  if (left.k === "lib" && left.name === CAUGHT && only(right, "class", "libclass")) {
    const made = call(member(a, "is"), [b]);
    return op === "==" || op === "is" ? made : not(made);
  }
  if (op === "is" || op === "is not") return identity(context, op, a, left, b, right, node);
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
  if (left.k === "poison" || right.k === "poison") return binary(op, a, b);
  if (has(left, "instance") || has(right, "instance")) return orderObjects(context, op, a, left, b, right, node);
  if (isNumber(left) && isNumber(right)) return binary(op, a, b);
  if ([left, right].every((t) => only(t, "int", "long", "float", "bool"))) return binary(op, a, b);
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
  if ([left, right].every((t) => isDynamic(t) && !has(t, "instance"))) {
    return binary(op, call(context.runtime("python", "compare"), [a, b]), { type: "Literal", value: 0, raw: "0" });
  }
  // Sets are ordered by what they hold: neither may be less.
  if ((only(left, "set") && only(right, "set")) || (only(left, "dict") && only(right, "dict")))
    return binary(op, call(context.runtime("python", "compare"), [a, b]), { type: "Literal", value: 0, raw: "0" });
  if (left.k === "lib" && right.k === "lib" && left.name === right.name && library.memberEntry(left, "__cmp__"))
    return binary(op, a, b);
  return context.untranslated("U0104", `${op} of values whose types are not known`, node);
}

/** Either may be an object whose class says what equals it. */
const comparesItself = (left: Type, right: Type): boolean =>
  [left, right].some((type) =>
    members(type).some((m) => ["__eq__", "__ne__", "__cmp__"].some((name) => boundSpecial(m, name) !== null)),
  );

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

/** `==` of a `str` and `unicode`, which a `str` beyond ASCII is not equal to; null for anything else. */
function mixedEquality(
  context: Context,
  l: py.Expression,
  a: ts.Expression,
  r: py.Expression,
  b: ts.Expression,
): ts.Expression | null {
  const [left, right] = [context.typeOf(l), context.typeOf(r)];
  if (isAsciiLiteral(l) || isAsciiLiteral(r) || !mixes(left, right)) return null;
  const isOne = (type: Type): boolean => isText(type) && (only(type, "str") || only(type, "unicode"));
  return isOne(left) && isOne(right) ? call(context.runtime("python", "sameText"), [a, b]) : null;
}

const isAsciiLiteral = (node: py.Expression): boolean => node.kind === "Str" && /^[\0-\x7f]*$/.test(node.value);

/** `a % n == 0` is the same for either sign of the remainder. */
function divisibility(context: Context, op: "==" | "!=", l: py.Expression, r: py.Expression): ts.Expression | null {
  if (l.kind !== "BinOp" || l.op !== "%" || r.kind !== "Num" || Number(r.number.value) !== 0) return null;
  if (l.right.kind !== "Num" || Number(l.right.number.value) === 0 || !isInteger(context.typeOf(l.left))) return null;
  const made = binary("%", expression(context, l.left), expression(context, l.right));
  return binary(op === "==" ? "===" : "!==", made, { type: "Literal", value: 0, raw: "0" });
}

function identity(
  context: Context,
  op: "is" | "is not",
  a: ts.Expression,
  left: Type,
  b: ts.Expression,
  right: Type,
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
  return binary(op === "is" ? "===" : "!==", a, b);
}

/** Kinds whose equality `===` decides, one letter a group that can be equal. */
function nativeKind(type: Type): string | null {
  switch (type.k) {
    case "int":
    case "float":
      return "number";
    case "bool":
      return "bool";
    case "unicode":
      return "text";
    case "str":
      return isBytes(type) ? null : "text";
    case "none":
      return "none";
    case "class":
    case "libclass":
    case "func":
      return "object";
    case "instance":
      return comparesItself(type, type) ? null : "object";
    case "lib":
      return library.isException(type.name) ? "object" : null;
    default:
      return null;
  }
}

/** `a == b`. */
export function equality(context: Context, a: ts.Expression, left: Type, b: ts.Expression, right: Type): ts.Expression {
  if (isPoison(left) || isPoison(right)) {
    const isContainer = [left, right].some((t) => has(t, "list", "tuple", "sequence", "dict", "set"));
    return isContainer ? call(context.runtime("python", "equals"), [a, b]) : binary("===", a, b);
  }
  // TypeScript refuses to compare two literals: `os.name == "nt"`.
  if (a.type === "Literal" && b.type === "Literal" && typeof a.value === typeof b.value && a.value !== null)
    return id(String(a.value === b.value));
  // Against None only None is equal, whatever the other may be but an object that says so itself.
  if (comparesItself(left, right)) return call(context.runtime("python", "equals"), [a, b]);
  if (only(left, "none") || only(right, "none")) return binary("===", a, b);
  const kinds = (t: Type): (string | null)[] => members(t).map(nativeKind);
  const ls = kinds(left);
  const rs = kinds(right);
  const native = [...ls, ...rs].every((k) => k !== null) && !(mixesBool(ls, rs) || mixesBool(rs, ls));
  if (native && left.k !== "never" && right.k !== "never") {
    // Values that can never be equal would not compile as a comparison.
    if (!ls.some((k) => rs.includes(k))) return call(context.runtime("python", "equals"), [a, b]);
    return binary("===", a, b);
  }
  return call(context.runtime("python", "equals"), [a, b]);
}

/** True == 1, which `===` denies. */
const mixesBool = (a: readonly (string | null)[], b: readonly (string | null)[]): boolean =>
  a.includes("bool") && b.includes("number");

/** `item in container`, the item made first. */
function contains(context: Context, l: py.Expression, r: py.Expression, node: py.Compare): ts.Expression {
  if (!loudness(context, [l, r]).every(Boolean)) return containsIn(context, l, r, node);
  const parts = partsOf(
    context,
    [l, r].map((node) => ({ node, value: expression(context, node) })),
  );
  const ordered = inOrder(context, parts, ([item, container]) =>
    containsIn(
      context,
      context.stand(item!, context.typeOf(l), l),
      context.stand(container!, context.typeOf(r), r),
      node,
    ),
  );
  return ordered ?? context.untranslated("U0103", "`in` of values that have to be waited for", node);
}

function containsIn(context: Context, l: py.Expression, r: py.Expression, node: py.Compare): ts.Expression {
  const left = context.typeOf(l);
  const container = context.typeOf(r);
  const item = expression(context, l);
  const held = members(container).flatMap((m) => ("elem" in m ? [m.elem.type] : m.k === "tuple" ? m.items : []));
  if (held.some((elem) => confusesSequences(left, elem)))
    return context.untranslated("U0104", "`in` that would compare a list and a tuple", node);
  if (
    !isText(container) &&
    !isAsciiLiteral(l) &&
    mixes(
      left,
      union([
        ...held,
        ...members(container).flatMap((m) => (m.k === "dict" ? [m.key.type] : m.k === "json" ? [m] : [])),
      ]),
    )
  )
    context.report("A0106", "str and unicode compared", node);
  if (r.kind === "Dict" || container.k === "dict") return method(expression(context, r), "has", [item]);
  const within = expression(context, r);
  if (container.k === "set") return method(within, "has", [item]);
  if (has(container, "poison") || isOpaque(container)) return method(within, "includes", [item]);
  if (isText(container) && isText(left)) {
    if (!mixes(container, left)) return method(within, "includes", [item]);
    const place = mixtureAt(context, node);
    const what = "`in` of str and unicode";
    return method(asUnicode(place, within, container, what), "includes", [asUnicode(place, item, left, what)]);
  }
  if (container.k === "list" || container.k === "tuple" || container.k === "sequence") {
    const elem = sequenceElement(container, context.facts.clock);
    if (elem.k === "never") return call(context.runtime("python", "contains"), [within, item]);
    const ls = members(without(left, "none")).map(nativeKind);
    const es = members(elem).map(nativeKind);
    const native = [...ls, ...es].every((k) => k !== null) && !has(left, "bool") && !has(elem, "bool");
    const sameShape = members(left).every((m) => es.includes(nativeKind(m)));
    if (native && sameShape) return method(within, "includes", [item]);
    return call(context.runtime("python", "contains"), [within, item]);
  }
  if (container.k === "lib") {
    const entry = library.memberEntry(container, "__contains__");
    if (container.name === "os.environ")
      return call(
        { type: "MemberExpression", object: id("Object"), property: id("hasOwn"), computed: false, optional: false },
        [within, item],
      );
    if (entry) return method(within, "has", [item]);
  }
  const asked = members(container).map((m) => boundSpecial(m, "__contains__"));
  if (asked.length > 0 && asked.every((m) => m && only(m.fn.returns.type, "bool") && !m.fn.returnsNothing))
    return method(within, "__contains__", [item]);
  if (
    members(container).length > 0 &&
    members(container).every((m) => boundSpecial(m, "__contains__") ?? isIterableObject(m))
  )
    return call(context.runtime("python", "contains"), [within, item]);
  if (isDynamic(container)) return call(context.runtime("python", "contains"), [within, item]);
  return context.untranslated("U0104", "`in` a value of unknown type", node);
}
