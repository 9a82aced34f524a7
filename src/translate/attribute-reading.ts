import type { ClassInfo } from "../analysis/entities.ts";
import { hasField } from "../analysis/built-in-part.ts";
import { delegatesTo } from "../analysis/delegation.ts";
import { hasDerived } from "../analysis/type-test.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import { lib, type FuncType, innermost, type Type, unset } from "../analysis/types.ts";
import { as, call, id, member, nil, nonNull, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import { isThere } from "../analysis/sure-there.ts";
import { isQuiet } from "./quiet.ts";
import type { ValueEntry } from "../library/entry.ts";
import type * as py from "../python/ast.ts";
import { exceptionAttribute, ofLibrary } from "./class-shapes.ts";
import { moduleOfClass } from "./class-text.ts";
import { boundMethod, methodOfClass } from "./method-value.ts";
import type { Context } from "./context.ts";
import { exceptionsHaving } from "../analysis/having.ts";
import { havingAttribute, havingOwn, heldBelow } from "./held-attribute.ts";
import { docstring } from "./function.ts";
import { fieldName } from "./named-tuple.ts";
import { tsType } from "./types.ts";
import { join, members } from "../analysis/join.ts";
import { nameGiver } from "./function-decorators.ts";
import { heldMethod } from "./held-method.ts";
import { emitValue } from "./library-value.ts";

/** How an attribute of an object of one type is read. */
export interface Reading {
  /** Equal keys make equal code. */
  readonly key: string | ValueEntry["emit"];
  readonly make: () => ts.Expression;
}

/** The attribute of an object of the type `m`, one alternative of all that the object may be. */
export function reading(context: Context, node: py.Attribute, object: ts.Expression, m: Type): Reading {
  const { attr } = node;
  const plain = (name: string): Reading => ({ key: `.${name}`, make: () => member(object, name) });
  switch (m.k) {
    case "poison":
      // Where it comes in, it has a mark; this is unreachable.
      return plain(attr);
    case "instance": {
      const property = m.cls.findProperty(attr)?.property;
      if (property) {
        if (!property.getter) break;
        const name = context.names.property(attr);
        return property.getter.fn.async ? { key: `${name}()`, make: () => call(member(object, name)) } : plain(name);
      }
      const { part } = m.cls;
      if (part && !m.cls.has(attr) && hasField(part, attr)) return plain(fieldName(context, attr));
      if (part && !m.cls.has(attr) && library.memberEntry(part, attr))
        return libraryReading(context, node, object, part);
      const found = m.cls.findMethod(attr);
      if (found) return { key: `bind ${attr}`, make: () => boundMethod(context, object, found, attr, node.value) };
      // JavaScript's own `constructor` is of no certain class to TypeScript.
      if (attr === "__class__" && !context.facts.undone.has(m.cls))
        return { key: "class", make: () => as(member(object, "constructor"), tsType(context, context.typeOf(node))) };
      if (m.cls.findMethod("__getattr__") && !attr.startsWith("__")) {
        const asked = askedAttribute(context, node, object, m.cls);
        if (asked) return asked;
      }
      if (m.cls.findAttribute(attr)) return instanceAttribute(context, node, object, m);
      if (m.cls.isOpaque) return plain(context.names.property(attr));
      if (m.cls.libraryBase && !part)
        return libraryReading(context, node, object, { k: "lib", name: m.cls.libraryBase });
      break;
    }
    case "class":
      if (attr === "__name__") return plain("name");
      // Of a class that others derive from it is not known which one is asked.
      if (!hasDerived(context.facts, m.cls) || namesClass(context, node.value, m.cls)) {
        const module = moduleOfClass(context, m.cls);
        if (attr === "__module__") return { key: `module ${module}`, make: () => string(module) };
        const doc = attr === "__doc__" && !m.cls.classAttributes.has(attr) ? docstring(m.cls.node.body) : undefined;
        if (doc !== undefined)
          return { key: `doc ${doc?.value ?? null}`, make: () => (doc ? string(doc.value) : nil()) };
      }
      if (m.cls.lineage.some((c) => c.classAttributes.has(attr)) && !ofLibrary(m.cls, attr)) {
        const held = context.names.property(attr);
        if (!context.classes.isAdded(m.cls, attr)) return plain(held);
        const owner = `${isNewStyle(m.cls) ? "type object" : "class"} ${isNewStyle(m.cls) ? `'${m.cls.name}'` : m.cls.name}`;
        return {
          key: `added .${held}`,
          make: () => call(context.runtime("python", "present"), [member(object, held), string(owner), string(attr)]),
        };
      }
      if (m.cls.isOpaque && !m.cls.findMethod(attr)) return plain(context.names.property(attr));
      if (m.cls.part?.k === "tuple" && m.cls.part.of && !m.cls.has(attr))
        return libraryReading(context, node, object, { k: "namedtuple", of: m.cls.part.of });
      const method = m.cls.findMethod(attr)?.method;
      const made = method && method.wraps === null ? methodOfClass(context, object, method, attr) : null;
      if (made) return { key: `method ${attr} of a class`, make: () => made };
      break;
    case "lib":
      if (attr === "__class__") return plain("constructor");
      // What the program named itself keeps its name: it is also a text, of the command line or a key.
      const own = exceptionsHaving(context.facts, m.name, attr);
      const [one] = own;
      if (one) {
        const checked = havingOwn(context, object, own, attr);
        const readings = own.map((cls) => reading(context, node, checked, { k: "instance", cls }));
        if (readings.every((r) => r.key === readings[0]?.key))
          return {
            key: `own ${attr}`,
            make: () => reading(context, node, checked, { k: "instance", cls: one }).make(),
          };
      }
      if (m.fields?.get(attr) && !library.memberEntry(m, attr)) return plain(attr);
      break;
    case "module": {
      const target = m.local ? context.program.byName.get(m.name) : undefined;
      if (target?.bindings.module.symbols.has(attr)) return plain(context.names.variable(attr));
      break;
    }
    case "tuple":
      if (m.of?.fieldOf(attr)) return plain(fieldName(context, attr));
      break;
    case "libclass":
      if (attr === "__name__" && exceptionClasses.has(m.name))
        return {
          key: "name of an exception class",
          make: () => call(context.runtime("python", "exceptionName"), [object]),
        };
      break;
    case "func":
      if (attr === "__name__") {
        const name = pythonName(context, m);
        if (name !== null) return { key: `name ${name}`, make: () => string(name) };
        if (keepsName(context, m)) return plain("name");
      }
      if (attr === "__doc__") {
        const doc = docOf(context, m);
        if (doc) return doc;
        break;
      }
      // What every function has begins with one of these.
      if (!/^(__|func_|im_)/.test(attr)) {
        // What a decorator has set is not on the method that calls what it gave.
        if (m.wraps && innermost(m).fn.owner !== null && node.value.kind === "Attribute") break;
        const owner = "'function' object";
        const isSet = members(context.typeOf(node.value)).some((f) => f.k === "func" && f.fn.attributes.has(attr));
        const name = context.names.property(attr);
        const read = (): ts.Expression => {
          if (!isSet) return id("undefined");
          if (isNamedFunction(context, node.value)) return member(object, name);
          const found = call(member(id("Reflect"), "get"), [object, string(name)]);
          return as(found, tsType(context, join(context.typeOf(node), unset)));
        };
        return {
          key: `of function .${attr}`,
          make: () => call(context.runtime("python", "present"), [read(), string(owner), string(attr)]),
        };
      }
      break;
    default:
  }
  return libraryReading(context, node, object, m);
}

/** The name is the class's own, which nothing else is called. */
export const namesClass = (context: Context, node: py.Expression, cls: ClassInfo): boolean => {
  const symbol = node.kind === "Name" ? context.module.bindings.symbols.get(node) : undefined;
  return symbol?.writes.length === 1 && symbol.writes[0]?.node === cls.node;
};

/** The name of a function, of which TypeScript knows the attributes: not of what a decorator has made of one. */
export function isNamedFunction(context: Context, node: py.Expression): boolean {
  const symbol = node.kind === "Name" ? context.module.bindings.symbols.get(node) : undefined;
  return (
    symbol !== undefined &&
    !symbol.isParameter &&
    symbol.writes.every(
      ({ node: made }) => "body" in made && !(made.kind === "FunctionDef" && made.decorators.length > 0),
    )
  );
}

/** An attribute that a constructor surely sets is read as it is; any other may be missing, and Python says so. */
function instanceAttribute(
  context: Context,
  node: py.Attribute,
  object: ts.Expression,
  m: Type & { k: "instance" },
): Reading {
  const { attr } = node;
  const name = exceptionAttribute(m.cls, attr) ?? context.names.property(attr);
  if (context.classes.isStatic(m.cls, attr) && context.classes.isAdded(m.cls, attr)) {
    const owner = m.cls.lineage.findLast((c) => c.classAttributes.has(attr)) ?? m.cls;
    const own = as(member(object, "constructor"), { type: "TSTypeQuery", exprName: context.classId(owner) });
    const isOpen = hasDerived(context.facts, m.cls) || !isQuiet(context, node.value);
    const held = isOpen ? member(own, name) : member(context.classId(owner), name);
    return {
      key: `added to ${owner.id}.${name}`,
      make: () => call(context.runtime("python", "present"), [held, string(ownerName(m.cls)), string(attr)]),
    };
  }
  if (context.classes.isStatic(m.cls, attr)) {
    const owner = m.cls.lineage.find((c) => c.classAttributes.has(attr)) ?? m.cls;
    // A class of a function has no name outside of it.
    if (!context.sees(owner)) {
      const found = call(member(id("Reflect"), "get"), [member(object, "constructor"), string(name)]);
      return { key: `class of .${name}`, make: () => as(found, tsType(context, context.typeOf(node))) };
    }
    // What makes an object for it alone is not left out.
    if (context.classes.isOverridden(m.cls, attr) || !isQuiet(context, node.value)) {
      const first = m.cls.lineage.findLast((c) => c.classAttributes.has(attr)) ?? m.cls;
      const own = as(member(object, "constructor"), {
        type: "TSTypeQuery",
        exprName: context.classId(first),
      });
      return { key: `class of ${first.id}.${name}`, make: () => member(own, name) };
    }
    return { key: `static ${owner.id}.${name}`, make: () => member(context.classId(owner), name) };
  }
  if (context.classes.isSure(m.cls, attr)) return { key: `.${name}`, make: () => member(object, name) };
  if (isThere(context, node)) return { key: `.${name}!`, make: () => nonNull(member(object, name)) };
  // An object of a derived class is named as one.
  if (hasDerived(context.facts, m.cls))
    return {
      key: `?.${name}`,
      make: () =>
        call(context.runtime("python", "attributeOf"), [
          object,
          string(name),
          ...(name === attr && isNewStyle(m.cls) ? [] : [string(attr)]),
          ...(isNewStyle(m.cls) ? [] : [id("true")]),
        ]),
    };
  return {
    key: `?.${name}`,
    make: () =>
      call(context.runtime("python", "present"), [member(object, name), string(ownerName(m.cls)), string(attr)]),
  };
}

/** `object.__getattr__("x")`, of what an object of a class with `__getattr__` has not, or may not have; null for what it surely has. */
function askedAttribute(context: Context, node: py.Attribute, object: ts.Expression, cls: ClassInfo): Reading | null {
  const { attr } = node;
  if (!cls.findAttribute(attr))
    return {
      key: `asked ${attr}`,
      make: () => {
        const made = call(member(object, "__getattr__"), [string(attr)]);
        return delegatesTo(cls) ? as(made, tsType(context, context.typeOf(node))) : made;
      },
    };
  if (context.classes.isStatic(cls, attr) || context.classes.isSure(cls, attr)) return null;
  return {
    key: `asked or own ${attr}`,
    make: () =>
      as(
        call(context.runtime("python", "getAttribute"), [object, string(attr)]),
        tsType(context, context.typeOf(node)),
      ),
  };
}

/** How Python names an object of the class in an AttributeError. */
export const ownerName = (cls: ClassInfo): string =>
  isNewStyle(cls) ? `'${cls.name}' object` : `${cls.name} instance`;

/** The attribute by what the library's tables say of the type; a mark where they have nothing. */
function libraryReading(context: Context, node: py.Attribute, object: ts.Expression, m: Type): Reading {
  const entry = library.memberEntry(m, node.attr);
  const holder = entry === null && m.k === "lib" ? heldBelow(context, m.name, node.attr) : null;
  if (holder !== null)
    return libraryReading(context, node, havingAttribute(context, object, holder, node.attr), lib(holder));
  if (entry?.kind === "value")
    return {
      key: entry.emit,
      make: () => emitValue(context, entry, object, m, node),
    };
  if (entry?.kind === "function" && (!entry.async || entry.native))
    return { key: `method ${node.attr}`, make: () => heldMethod(context, entry, object, m, node) };
  if (entry?.kind === "refused") {
    const message = `.${node.attr} of ${m.k === "lib" ? m.name : m.k}: ${entry.reason}`;
    return { key: message, make: () => context.untranslated("U0103", message, node) };
  }
  const where = m.k === "lib" ? m.name : m.k === "unknown" ? "a value of unknown type" : m.k;
  return {
    key: `unknown ${where}`,
    make: () =>
      m.k === "unknown" || m.k === "json"
        ? context.untranslated("U0104", `.${node.attr} of ${m.k === "json" ? "a JSON value" : where}`, node)
        : context.untranslated("U0102", `.${node.attr} of ${where.replace(/^exceptions\./, "")}`, node),
  };
}

/** The function is called in TypeScript what Python calls it, or is given to a decorator under that name. */
export const keepsName = (context: Context, { fn }: FuncType): boolean =>
  fn.node.kind === "FunctionDef" &&
  fn.calledAs === fn.name &&
  (fn.owner === null || fn.node.decorators.length > 0) &&
  (fn.renamed || fn.node.decorators.length > 0 || context.names.variable(fn.name) === fn.name);

/** A function's docstring, or None; that of the function which a wrapper has its name from. Null where that is not known. */
function docOf(context: Context, { fn, wraps }: FuncType): Reading | null {
  if (nameGiver(context, fn) !== null) return wraps ? docOf(context, wraps) : null;
  const { node } = fn;
  const doc = node.kind === "FunctionDef" ? docstring(node.body) : null;
  return { key: `doc ${JSON.stringify(doc?.value ?? null)}`, make: () => (doc ? string(doc.value) : nil()) };
}

/** What Python calls a function; null for a wrapper that has its name, by `functools.wraps`, from a function that is not known. */
function pythonName(context: Context, { fn, wraps }: FuncType): string | null {
  if (fn.renamed) return null;
  if (nameGiver(context, fn) === null) return fn.calledAs;
  return wraps && pythonName(context, wraps);
}
