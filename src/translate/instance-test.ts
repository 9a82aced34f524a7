import { classAlternatives, mayBe, surelyIs, isIntegerOf } from "../analysis/narrow.ts";
import { partly } from "../analysis/built-in-part.ts";
import { kindsOf } from "../analysis/python-kinds.ts";
import { certainClasses } from "../analysis/type-test.ts";
import { type Type } from "../analysis/types.ts";
import { binary, id, logical } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { kindTest } from "./kind-test.ts";
import { withValue } from "./with-value.ts";
import { describeKinds, describe } from "../analysis/describe.ts";
import { has } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** `isinstance(x, C)`: an `instanceof` or `typeof` chain; a constant where the types decide it. */
export function isinstance(
  context: Context,
  node: py.Call,
  subject: py.Expression,
  classes: py.Expression,
): ts.Expression {
  const wanted = certainClasses(classes, context);
  const type = context.typeOf(subject);
  if (!wanted && classAlternatives(context.typeOf(classes))) return ofHeldClass(context, node, subject, classes);
  if (!wanted || (type.k === "never" && !isNarrowedAway(context, subject)))
    return context.untranslated("U0104", "isinstance() of classes that are not known", node);
  const isObject = wanted.some((c) => c.k === "libclass" && /^(builtins\.)?object$/.test(c.name));
  const isDecided =
    isObject || !has(type, "unknown", "json", "poison")
      ? isObject ||
        (type.k !== "never" && members(type).every((m) => wanted.some((c) => surelyIs(m, c)) || isIntegerOf(m, wanted)))
        ? "true"
        : members(type).some((m) => wanted.some((c) => mayBe(m, c)))
          ? null
          : "false"
      : null;
  if (isDecided !== null) return withValue(context, subject, () => id(isDecided));
  return withValue(context, subject, (value) => ofClasses(context, node, value, type, wanted));
}

/** A variable that has values, none of which comes here: the `else` of `if x is None`, where it is never anything else. */
function isNarrowedAway(context: Context, subject: py.Expression): boolean {
  const symbol = subject.kind === "Name" && context.module.bindings.symbols.get(subject);
  return symbol ? context.declaredType(symbol).k !== "never" : false;
}

function ofClasses(
  context: Context,
  node: py.Call,
  value: ts.Expression,
  type: Type,
  wanted: readonly Type[],
): ts.Expression {
  const tests: (ts.Expression | boolean)[] = [];
  const kinds = wanted.flatMap((c) => kindsOf(c) ?? []);
  const ofKinds = kinds.length > 0 ? kindTest(context, value, partly(type), new Set(kinds), node) : false;
  if (ofKinds === null) {
    const names = wanted.filter((c) => kindsOf(c)).map((c) => describe(c).replace("builtins.", ""));
    return context.untranslated("U0104", `isinstance(${describeKinds(type)}, ${names.join(" or ")})`, node);
  }
  tests.push(ofKinds);
  for (const cls of wanted) {
    if (kindsOf(cls)) continue;
    const test = instanceTest(context, value, cls);
    if (!test) return context.untranslated("U0104", `isinstance(${describeKinds(type)}, ${describe(cls)})`, node);
    tests.push(test);
  }
  if (tests.includes(true)) return id("true");
  const asked = tests.filter((t) => typeof t !== "boolean");
  return asked.length === 0 ? id("false") : asked.reduce((a, b) => logical("||", a, b));
}

/** The class is the value of a variable or an attribute: `isinstance(other, self.__class__)`. */
function ofHeldClass(context: Context, node: py.Call, subject: py.Expression, classes: py.Expression): ts.Expression {
  const type = context.typeOf(classes);
  const isHeld = (m: Type): boolean =>
    (m.k === "class" && !context.facts.undone.has(m.cls)) || (m.k === "libclass" && exceptionClasses.has(m.name));
  const values = members(context.typeOf(subject));
  if (values.length === 0 || !members(type).every(isHeld) || !values.every((m) => m.k === "instance" || m.k === "none"))
    return context.untranslated("U0104", "isinstance() of classes that are known when it runs", node);
  return binary("instanceof", expression(context, subject), expression(context, classes));
}

function instanceTest(context: Context, value: ts.Expression, cls: Type): ts.Expression | null {
  if (cls.k === "class") return binary("instanceof", value, context.classId(cls.cls));
  if (cls.k === "namedtuple") return binary("instanceof", value, context.memberOf(cls.of));
  if (cls.k !== "libclass") return null;
  const exception = exceptionClasses.get(cls.name);
  if (exception) return binary("instanceof", value, context.runtime(exception.barrel, exception.ts));
  const own = library.classEntry(cls.name)?.runtime;
  return own ? binary("instanceof", value, context.runtime(own.barrel, own.name)) : null;
}
