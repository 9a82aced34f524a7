import { classAlternatives } from "../analysis/narrow.ts";
import { certainClasses } from "../analysis/type-test.ts";
import { type Type } from "../analysis/types.ts";
import { call, id, logical } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { members } from "../analysis/join.ts";

/** `issubclass(C, D)` of classes of the program and exceptions: a constant where both are named, else the running program looks. */
export function issubclass(
  context: Context,
  node: py.Call,
  subject: py.Expression,
  classes: py.Expression,
): ts.Expression {
  const asked = members(context.typeOf(subject));
  const wanted = certainClasses(classes, context);
  if (!wanted || asked.length === 0 || !asked.every(isClass) || !wanted.every((c) => isClass(c) || isObject(c)))
    return context.untranslated("U0104", "issubclass() of classes that are not known", node);
  const answers = asked.map((cls) => wanted.some((other) => derives(cls, other)));
  const isOne = answers.every((answer) => answer === answers[0]);
  // A class that a variable holds may be one derived from those that are known of it.
  const isSure =
    certainClasses(subject, context) !== null ||
    (answers.every(Boolean) && classAlternatives(context.typeOf(subject)) !== null);
  if (isOne && isSure && isQuiet(context, subject)) return id(String(answers[0]));
  const isMixed = asked.some((m) => m.k === "class" && m.cls.lineage.some((cls) => cls.isMixed));
  if (isMixed || !isQuiet(context, subject) || wanted.some((c) => isObject(c)))
    return context.untranslated("U0104", "issubclass() of what has several base classes, or is made by a call", node);
  const value = expression(context, subject);
  return wanted
    .map((cls): ts.Expression => call(context.runtime("python", "isSubclass"), [value, classValue(context, cls)]))
    .reduce((a, b) => logical("||", a, b));
}

const isClass = (m: Type): boolean =>
  (m.k === "class" && !m.cls.isOpaque) || (m.k === "libclass" && exceptionClasses.has(m.name));

const isObject = (m: Type): boolean => m.k === "libclass" && m.name === "builtins.object";

function derives(cls: Type, other: Type): boolean {
  if (isObject(other)) return cls.k === "libclass" || (cls.k === "class" && isNewStyle(cls));
  if (cls.k === "class" && other.k === "class") return cls.cls.lineage.includes(other.cls);
  if (other.k !== "libclass") return false;
  const names = cls.k === "class" ? cls.cls.libraryBases : cls.k === "libclass" ? [cls.name] : [];
  return names.some((name) => library.isSubclass(name, other.name));
}

const isNewStyle = (m: Type & { k: "class" }): boolean =>
  m.cls.lineage.some((c) => c.bases.some((base) => base.k === "libclass"));

function classValue(context: Context, cls: Type): ts.Expression {
  const exception = cls.k === "libclass" ? exceptionClasses.get(cls.name) : undefined;
  if (exception) return context.runtime(exception.barrel, exception.ts);
  if (cls.k !== "class") throw new Error("a class of the program or an exception");
  return context.classId(cls.cls);
}
