import { derivesFromException } from "../analysis/exception-type.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import { havingOwn } from "./held-attribute.ts";
import type { ClassInfo } from "../analysis/entities.ts";
import { hasField } from "../analysis/built-in-part.ts";
import { havingOnly, ofLibraryBase } from "../analysis/having.ts";
import { type Type } from "../analysis/types.ts";
import { call, nonNull, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { isSink } from "../library/sinks.ts";
import { namesKinds } from "../library/mixed-text.ts";
import { mixtureAt } from "./mixture.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { head } from "./stand-in.ts";
import { isThere } from "../analysis/sure-there.ts";
import { tsType } from "./types.ts";
import { has, only, without } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

/** What an attribute is taken of, and what is known of it. */
export interface Receiver {
  readonly object: ts.Expression;
  readonly type: Type;
}

/**
 * The object of `object.attr`. Where it may be something that has no such attribute, it is made sure to be something that has:
 *   x.append(1), of a text or a list  →  asList<number>(x, "append").push(1)
 * For anything else Python raises AttributeError, and so does the runtime.
 */
export function receiverOf(context: Context, node: py.Attribute): Receiver {
  const type = context.typeOf(node.value);
  const object = head(context, node.value);
  const having = havingOnly(context.facts, type, node.attr);
  const some = members(type).filter((m) => m.k !== "none" && m.k !== "unset");
  const isSure = some.length === having.length && having.every((m) => some.includes(m));
  const kept = union(having);
  // What a method of a base class asks of objects of those derived from it, TypeScript does not know of `this`.
  const { cls } = context.frame;
  const isBelow =
    object.type === "ThisExpression" && cls !== null && !hasItself(cls, node.attr) && only(kept, "instance");
  if (!isSure || isBelow || has(type, "unknown")) {
    const checked = checkedAs(context, object, kept, node);
    if (checked) return { object: checked, type: kept };
  }
  const rest = union(some);
  if (!has(type, "none")) return { object, type: rest };
  // A value of JSON may be null as it is: its methods see to that.
  if (only(rest, "json")) return { object, type: rest };
  if (isThere(context, node.value))
    return { object: object.type === "TSNonNullExpression" ? object : nonNull(object), type: rest };
  // Python raises AttributeError where the value is None.
  return { object: call(context.runtime("python", "notNone"), [object, string(node.attr)]), type: rest };
}

const isException = (type: Type): boolean =>
  type.k === "lib" ? library.isException(type.name) : type.k === "instance" && derivesFromException(type.cls);

const hasItself = (cls: ClassInfo, attr: string): boolean =>
  cls.has(attr) || ofLibraryBase(cls, attr) || (cls.part !== null && hasField(cls.part, attr));

/** A value made sure to be of one kind; null where there are several. */
function checkedAs(context: Context, object: ts.Expression, type: Type, node: py.Attribute): ts.Expression | null {
  const { attr } = node;
  const kinds = new Set(members(type).map((m) => m.k));
  const [kind, ...others] = kinds;
  const [first] = members(type);
  if (!first) return null;
  const args = [object, string(attr)];
  // As `asDict` has it, a text is unicode.
  const textType = has(context.typeOf(node.value), "json", "unicode") ? [] : [string("str")];
  namesKinds(mixtureAt(context, node), context.typeOf(node.value));
  const rt = (name: string): ts.Identifier => context.runtime("python", name);
  if (others.length > 0)
    return [...kinds].every((k) => k === "str" || k === "unicode") ? call(rt("asText"), args) : null;
  switch (kind) {
    case "instance":
      if (members(type).some((m) => m.k === "instance" && !context.sees(m.cls)))
        return context.untranslated("U0104", `.${attr} of a class that a function has for itself`, node);
      if (members(context.typeOf(node.value)).every(isException)) {
        const classes = members(type).flatMap((m) => (m.k === "instance" ? [m.cls] : []));
        return havingOwn(context, object, classes, attr);
      }
      return call(rt("asInstance"), [
        ...args,
        ...members(type).map((m) => (m.k === "instance" ? context.classId(m.cls) : object)),
      ]);
    case "lib": {
      const classes = members(type).map((m) => (m.k === "lib" ? exceptionClasses.get(m.name) : undefined));
      if (
        members(without(context.typeOf(node.value), "none")).every(isException) &&
        classes.every((cls) => cls !== undefined)
      )
        return call(rt("asException"), [
          ...args,
          ...classes.flatMap((cls) => (cls ? [context.runtime(cls.barrel, cls.ts)] : [])),
        ]);
      return first.k === "lib" && first.name === "StringIO.StringIO" && isSink(context.typeOf(node.value))
        ? call(rt("asMemory"), args)
        : null;
    }
    case "str":
    case "unicode":
      return call(rt("asText"), args);
    case "list":
      return first.k === "list" ? call(rt("asList"), [...args, ...textType], [tsType(context, first.elem.type)]) : null;
    case "dict":
      return first.k === "dict"
        ? call(
            rt("asDict"),
            [...args, ...textType],
            [tsType(context, first.key.type), tsType(context, first.value.type)],
          )
        : null;
    default:
      return null;
  }
}
