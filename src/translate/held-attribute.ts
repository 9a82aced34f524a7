import type { ClassInfo } from "../analysis/entities.ts";
import { call, id, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses, soleHolder } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import type { Context } from "./context.ts";

/** The one class below that of an exception which has an attribute; null too where a class of the program may have it. */
export function heldBelow(context: Context, base: string, attr: string): string | null {
  const own = [...context.facts.classes.values()].filter((c) =>
    c.libraryBases.some((own) => library.isSubclass(own, base)),
  );
  return own.some((c) => c.has(attr)) ? null : soleHolder(base, attr);
}

/** An exception that must be of the class that has the attribute: of another class, Python raises an AttributeError. */
export function havingAttribute(context: Context, object: ts.Expression, holder: string, attr: string): ts.Expression {
  const cls = exceptionClasses.get(holder);
  const made = cls ? context.runtime(cls.barrel, cls.ts) : id(holder);
  return call(context.runtime("python", "havingAttribute"), [object, string(attr), made]);
}

/** The same of the program's own classes. */
export const havingOwn = (
  context: Context,
  object: ts.Expression,
  classes: readonly ClassInfo[],
  attr: string,
): ts.Expression =>
  call(context.runtime("python", "havingAttribute"), [
    object,
    string(attr),
    ...classes.map((cls) => context.classId(cls)),
  ]);
