import type { ClassInfo } from "../analysis/entities.ts";
import { derivesFromException } from "../analysis/exception-type.ts";
import { members } from "../analysis/join.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import type { Type } from "../analysis/types.ts";
import { annotation, arrow, id, member, string, stringType, template } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { kindsOf } from "../analysis/python-kinds.ts";
import { hasMainGuard } from "../program/main-guard.ts";
import type { Context } from "./context.ts";
import { isSimple } from "./truth.ts";

/** A file that guards a main part, or that nothing imports, is run as a script. */
const isScript = (context: Context, cls: ClassInfo): boolean =>
  context.program.modules.length === 1 ||
  hasMainGuard(cls.module) ||
  cls.module.tree.body.some((s) => s.kind === "Expr" && s.value.kind === "Call");

/** The module of a class by Python's name for it, `__main__` of a script. */
export const moduleOfClass = (context: Context, cls: ClassInfo): string =>
  isScript(context, cls) ? "__main__" : cls.module.input.module;

/** The classes that a class of the program by this type may be: itself and those derived from it. */
function candidates(context: Context, type: Type): readonly ClassInfo[] {
  const named = members(type).flatMap((m) => (m.k === "class" ? [m.cls] : []));
  return [...context.facts.classes.values()].filter((cls) => named.some((base) => cls.lineage.includes(base)));
}

/**
 * `str(C)`, or its `repr`, of a class of the program: `<class '__main__.C'>`, and `__main__.C` of one that does not derive from `object`,
 * whose `repr` has its address. Of a built-in type that is named: `<type 'int'>`. Null where it is not known.
 */
export function textOfClasses(
  context: Context,
  value: ts.Expression,
  type: Type,
  isRepr: boolean,
): ts.Expression | null {
  const kinds = members(type);
  const [first] = kinds;
  const builtin = first && kinds.length === 1 ? kindsOf(first) : null;
  if (builtin && first?.k === "libclass" && isSimple(value))
    return string(`<type '${first.name.replace("builtins.", "")}'>`);
  if (kinds.length === 0 || !kinds.every((m) => m.k === "class" && !context.facts.undone.has(m.cls))) return null;
  const classes = candidates(context, type);
  const modules = new Set(classes.map((cls) => moduleOfClass(context, cls)));
  const styles = new Set(classes.map(isNewStyle));
  const [module] = modules;
  if (module === undefined || modules.size > 1 || styles.size > 1 || classes.some(derivesFromException)) return null;
  const name = member(value, "name");
  if (styles.has(true)) return template([`<class '${module}.`, name, "'>"]);
  return isRepr ? null : template([`${module}.`, name]);
}

/** `{ readonly name: string }` */
const named: ts.TypeNode = {
  type: "TSTypeLiteral",
  members: [
    {
      type: "TSPropertySignature",
      key: id("name"),
      computed: false,
      optional: false,
      typeAnnotation: annotation(stringType()),
    },
  ],
};

/** A function that gives the `repr` of such a class. */
export function reprOfClasses(context: Context, type: Type): ts.Expression | null {
  const made = textOfClasses(context, id("cls"), type, true);
  return made && arrow([{ ...id("cls"), typeAnnotation: annotation(named) }], made);
}
