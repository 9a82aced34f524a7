import type { ClassInfo } from "../analysis/entities.ts";
import { members, only, type Type } from "../analysis/types.ts";
import { binary, id, logical } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses, holders } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { describeForReader } from "./text.ts";

/** `hasattr(e, 'code')`: which of the possible classes have the attribute. */
export function hasattr(context: Context, node: py.Call, subject: py.Expression, name: string): ts.Expression {
  const type = context.typeOf(subject);
  const answers = attributeAnswers(context, type, name);
  if (!answers) return context.untranslated("U0104", `hasattr(…, '${name}') of ${describeForReader(type)}`, node);
  if (answers === "always") return id("true");
  if (answers === "never") return id("false");
  const value = expression(context, subject);
  return answers.map((cls): ts.Expression => binary("instanceof", value, cls)).reduce((a, b) => logical("||", a, b));
}

/** Whether values of a type have an attribute: always, never, or those that are instances of some exception classes; null: not known. */
function attributeAnswers(
  context: Context,
  type: Type,
  name: string,
): "always" | "never" | readonly ts.Expression[] | null {
  // What the table has of a module, refused or not, Python 2.7 has.
  if (type.k === "module" && !type.local) return library.entry(type.name, name) ? "always" : null;
  if (type.k === "lib" && library.isException(type.name)) {
    // Only a program's own handlers may have given it one.
    if (name === "status") return null;
    if (library.memberEntry(type, name) || name === "message" || name === "args") return "always";
    const top = holders(type.name, name)
      .map((n) => exceptionClasses.get(n))
      .filter((c) => c !== undefined);
    const own = [...context.facts.classes.values()].filter(
      (c) => c.libraryBase !== null && library.isSubclass(c.libraryBase, type.name),
    );
    if (own.some((c) => c.findAttribute(name) || c.findMethod(name))) return null;
    return top.length === 0 ? "never" : top.map((c) => context.runtime(c.barrel, c.ts));
  }
  return only(type, "instance") ? instancesWith(context, type, name) : null;
}

/** Which objects of the program have an attribute: those of which classes, where some have it and some not. */
function instancesWith(
  context: Context,
  type: Type,
  name: string,
): "always" | "never" | readonly ts.Expression[] | null {
  const sure = (cls: ClassInfo): boolean => cls.findMethod(name) !== null || context.classes.isSure(cls, name);
  const having = new Set<ClassInfo>();
  let always = true;
  for (const m of members(type)) {
    if (m.k !== "instance" || m.cls.libraryBase !== null || m.cls.findMethod("__getattr__")) return null;
    if (sure(m.cls)) {
      having.add(m.cls);
      continue;
    }
    always = false;
    for (const cls of context.facts.classes.values()) {
      if (!cls.lineage.includes(m.cls) || !(sure(cls) || cls.findAttribute(name))) continue;
      if (!sure(cls)) return null;
      having.add(cls);
    }
  }
  if (always) return "always";
  return having.size === 0 ? "never" : [...having].map((cls) => context.classId(cls));
}

export function getattr(context: Context, node: py.Call, subject: py.Expression, name: string): ts.Expression {
  const type = context.typeOf(subject);
  const answers = attributeAnswers(context, type, name);
  const fallback = node.args[2];
  if (answers === "always") {
    return expression(context, {
      kind: "Attribute",
      value: subject,
      attr: name,
      attrSpan: subject,
      start: node.start,
      end: node.end,
    });
  }
  if (answers === "never" && fallback) return expression(context, fallback);
  return context.untranslated("U0104", `getattr(…, '${name}') of ${describeForReader(type)}`, node);
}
