import { classAlternatives, mayBe, surelyIs, isIntegerOf } from "../analysis/narrow.ts";
import { describe, has, members, type Type } from "../analysis/types.ts";
import { binary, call, id, logical, member, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { describeForReader } from "./text.ts";

/** `isinstance(x, C)`: an `instanceof` or `typeof` chain; a constant where the types decide it. */
export function isinstance(
  context: Context,
  node: py.Call,
  subject: py.Expression,
  classes: py.Expression,
): ts.Expression {
  const wanted = classAlternatives(context.typeOf(classes));
  const type = context.typeOf(subject);
  if (!wanted || type.k === "never")
    return context.untranslated("U0104", "isinstance() of classes that are not known", node);
  const isObject = wanted.some((c) => c.k === "libclass" && /^(builtins\.)?object$/.test(c.name));
  const isDecided =
    isObject || !has(type, "unknown", "json", "poison")
      ? isObject || members(type).every((m) => wanted.some((c) => surelyIs(m, c)) || isIntegerOf(m, wanted))
        ? "true"
        : members(type).some((m) => wanted.some((c) => mayBe(m, c)))
          ? null
          : "false"
      : null;
  // The subject is made once, whatever the answer.
  if ((isDecided !== null || wanted.length > 1) && !isQuiet(context, subject))
    return context.untranslated("U0103", "isinstance() of what is not a plain value", node);
  if (isDecided !== null) return id(isDecided);
  const value = expression(context, subject);
  const tests: ts.Expression[] = [];
  for (const cls of wanted) {
    const test = instanceTest(context, value, type, cls);
    if (!test) return context.untranslated("U0104", `isinstance(${describeForReader(type)}, ${describe(cls)})`, node);
    tests.push(test);
  }
  return tests.reduce((a, b) => logical("||", a, b));
}

function instanceTest(context: Context, value: ts.Expression, type: Type, cls: Type): ts.Expression | null {
  const typeofIs = (name: string): ts.Expression =>
    binary("===", { type: "UnaryExpression", operator: "typeof", prefix: true, argument: value }, string(name));
  if (cls.k === "class") return binary("instanceof", value, context.classId(cls.cls));
  if (cls.k !== "libclass") return null;
  const exception = exceptionClasses.get(cls.name);
  if (exception) return binary("instanceof", value, context.runtime(exception.barrel, exception.ts));
  const own = library.classEntry(cls.name)?.runtime;
  if (own) return binary("instanceof", value, context.runtime(own.barrel, own.name));
  const mixed = has(type, "unknown", "json");
  const one = (kind: Type["k"], test: ts.Expression): ts.Expression | null =>
    mixed && kind !== "list" && kind !== "dict" ? null : test;
  switch (cls.name) {
    case "builtins.basestring":
      return typeofIs("string");
    case "builtins.unicode":
      return has(type, "str") ? null : typeofIs("string");
    case "builtins.str":
      return has(type, "unicode", "json", "unknown") ? null : typeofIs("string");
    case "builtins.list":
      return has(type, "tuple", "unknown") ? null : call(member(id("Array"), "isArray"), [value]);
    case "builtins.tuple":
      return has(type, "list", "unknown", "json") ? null : call(member(id("Array"), "isArray"), [value]);
    case "builtins.dict":
      return has(type, "unknown") ? null : binary("instanceof", value, context.runtime("python", "Dict"));
    case "builtins.bool":
      return typeofIs("boolean");
    case "builtins.int":
      return has(type, "float", "json", "unknown")
        ? null
        : one("int", logical("||", typeofIs("number"), typeofIs("boolean")));
    case "builtins.float":
      return has(type, "int", "json", "unknown") ? null : typeofIs("number");
    default:
      return null;
  }
}
