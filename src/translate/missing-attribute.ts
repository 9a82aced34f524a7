import { hasField } from "../analysis/built-in-part.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import { hasDerived } from "../analysis/type-test.ts";
import { type Type } from "../analysis/types.ts";
import { as, call, id, neverType, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { ownerName } from "./attribute-reading.ts";
import type { Context } from "./context.ts";
import { isQuiet } from "./quiet.ts";

/**
 * `object.name` where neither its class nor the program gives it such an attribute: Python's AttributeError.
 *   account.nope  →  present(undefined, "'Account' object", "nope")
 * Null where it may have one, or nobody knows.
 */
export function missingAttribute(context: Context, { value, attr }: py.Attribute): ts.Expression | null {
  const type = context.typeOf(value);
  const owner = lackingOwner(context, type, attr);
  if (owner === null || !isQuiet(context, value)) return null;
  const args = [id("undefined"), string(owner), string(attr)];
  return as(call(context.runtime("python", "present"), args), neverType());
}

/** How Python names the object or class that surely lacks the attribute. */
function lackingOwner(context: Context, type: Type, attr: string): string | null {
  if ((type.k !== "instance" && type.k !== "class") || attr.startsWith("__")) return null;
  const { cls } = type;
  const isKnown =
    !cls.isOpaque &&
    (cls.libraryBase === null || cls.part !== null) &&
    (cls.part === null || (library.memberEntry(cls.part, attr) === null && !hasField(cls.part, attr))) &&
    !context.facts.undone.has(cls) &&
    cls.bases.every((base) => base.k === "class" || base.k === "libclass" || base.k === "namedtuple") &&
    cls.findMethod("__getattr__") === null &&
    !cls.lineage.some((c) => c.has(attr) || c.scope.symbols.has(attr)) &&
    !(type.k === "class" && attr === "mro") &&
    !hasDerived(context.facts, cls);
  if (!isKnown || !context.facts.stores.isUnstored(attr)) return null;
  if (type.k === "instance") return ownerName(cls);
  return isNewStyle(cls) ? `type object '${cls.name}'` : `class ${cls.name}`;
}
