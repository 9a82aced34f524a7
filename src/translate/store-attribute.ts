import { describeKinds } from "../analysis/describe.ts";
import type { ClassInfo } from "../analysis/entities.ts";
import { hasField } from "../analysis/built-in-part.ts";
import { slotsOf } from "../analysis/slots.ts";
import { type Type } from "../analysis/types.ts";
import { as, assign, call, id, member, method, object as objectOf, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { head } from "./stand-in.ts";
import { exceptionAttribute } from "./class-shapes.ts";
import { isNamedFunction } from "./attribute-reading.ts";
import { isSettable } from "./exports.ts";
import { needsAnnotation } from "./needs-annotation.ts";
import { replaceStream } from "./standard-stream.ts";
import { tsType } from "./types.ts";
import { has, only, without } from "../analysis/kinds.ts";
import { isPoison, members } from "../analysis/join.ts";
import { valueEmit } from "./library-value.ts";

/** `object.attr = value`. */
export function storeAttribute(
  context: Context,
  target: py.Attribute,
  value: ts.Expression,
  type: Type,
): ts.Expression {
  const receiver = context.typeOf(target.value);
  if (target.attr === "__dict__" || target.attr === "__class__")
    return context.untranslated("U0102", `assigning .${target.attr}`, target);
  const some = without(receiver, "none");
  if (receiver.k === "tuple" && receiver.of?.fieldOf(target.attr))
    return call(context.runtime("python", "cannotSet"), [expression(context, target.value), value]);
  const classes = members(some).flatMap((m) => (m.k === "instance" ? [m.cls] : []));
  if (classes.length > 0 && classes.length === members(some).length)
    return storeInObject(context, target, classes, value, type);
  if (only(receiver, "func")) {
    const stored = storeInFunction(context, target, value, type);
    if (stored) return stored;
  }
  if (members(some).length > 0 && members(some).every((m) => m.k === "class" && hasOwn(m.cls, target.attr))) {
    // A function would be a method of the class from then on.
    if (has(type, "func") && context.classes.isAdded(owners(some)[0]!, target.attr))
      return context.untranslated("U0104", `a function as .${target.attr} of ${describeKinds(some)}`, target);
    const written = expression(context, target.value);
    const of = !has(receiver, "none")
      ? written
      : call(context.runtime("python", "notNone"), [written, string(target.attr)]);
    return assign(member(of, context.names.property(target.attr)), value);
  }
  if (receiver.k === "module" && receiver.local) return storeInModule(context, target, receiver.name, value);
  const replacing =
    receiver.k === "module" && receiver.name === "sys" ? replaceStream(context, target, value, type) : null;
  if (replacing) return replacing;
  if (receiver.k === "module") {
    const entry = library.entry(receiver.name, target.attr);
    const made =
      entry?.kind === "value" && entry.assign
        ? entry.assign(valueEmit(context, id("undefined"), { k: "never" }, target), value, type)
        : `assigning ${receiver.name}.${target.attr}`;
    return typeof made === "string" ? context.untranslated("U0103", made, target) : made;
  }
  if (receiver.k === "libclass") {
    const entry = library.memberEntry(receiver, target.attr);
    const made =
      entry?.kind === "value" && entry.assign?.(valueEmit(context, id("undefined"), receiver, target), value, type);
    if (made) return typeof made === "string" ? context.untranslated("U0103", made, target) : made;
  }
  if (some.k === "lib") {
    const entry = library.memberEntry(some, target.attr);
    if (entry?.kind === "value" && entry.assign) {
      const written = expression(context, target.value);
      // Python raises AttributeError where the value is None.
      const present =
        receiver === some ? written : call(context.runtime("python", "notNone"), [written, string(target.attr)]);
      const made = entry.assign(valueEmit(context, present, some, target), value, type);
      return typeof made === "string" ? context.untranslated("U0103", made, target) : made;
    }
    if (receiver === some && some.fields?.get(target.attr) && !entry)
      return assign(member(expression(context, target.value), target.attr), value);
    return context.untranslated("U0102", `assigning .${target.attr} of ${some.name}`, target);
  }
  if (isPoison(receiver)) return assign(member(head(context, target.value), target.attr), value);
  return context.untranslated("U0104", `assigning .${target.attr} of ${describeKinds(receiver)}`, target);
}

const owners = (type: Type): readonly ClassInfo[] => members(type).flatMap((m) => (m.k === "class" ? [m.cls] : []));

/** The class has such an attribute, its own or a base's. */
const hasOwn = (cls: ClassInfo, attr: string): boolean => cls.lineage.some((c) => c.classAttributes.has(attr));

/** How an object of a class takes an attribute, and what it is called there. */
type Way =
  | { readonly by: "assignment"; readonly name: string }
  | { readonly by: "__setattr__" | "no setter" | "no slot" | "args" }
  | { readonly by: "nothing"; readonly reason: string };

function wayToStore(context: Context, cls: ClassInfo, { attr, direct }: py.Attribute): Way {
  if (!direct && cls.findMethod("__setattr__")) return { by: "__setattr__" };
  const property = cls.findProperty(attr)?.property;
  if (cls.part !== null && hasField(cls.part, attr)) return { by: "no setter" };
  if (property && direct) return { by: "nothing", reason: `${attr} is stored beside the property of that name` };
  if (property) return property.setter ? { by: "assignment", name: context.names.property(attr) } : { by: "no setter" };
  if (cls.findMethod(attr)) return { by: "nothing", reason: `the method ${attr} is replaced on an instance` };
  const slots = slotsOf(cls);
  if (slots === "unknown") return { by: "nothing", reason: `${attr} may not be in __slots__` };
  if (slots !== null && !slots.has(attr))
    return cls.lineage.some((c) => c.classAttributes.has(attr))
      ? { by: "nothing", reason: `${attr} is not in __slots__: Python raises AttributeError` }
      : { by: "no slot" };
  if (attr === "args" && cls.libraryBase !== null && library.isException(cls.libraryBase)) return { by: "args" };
  return { by: "assignment", name: exceptionAttribute(cls, attr) ?? context.names.property(attr) };
}

/** `object.attr = value` of an object of one of these classes. */
function storeInObject(
  context: Context,
  target: py.Attribute,
  classes: readonly ClassInfo[],
  value: ts.Expression,
  type: Type,
): ts.Expression {
  const [way, ...others] = classes.map((cls) => wayToStore(context, cls, target));
  if (!way || others.some((other) => JSON.stringify(other) !== JSON.stringify(way)))
    return context.untranslated("U0104", `assigning .${target.attr} of objects that take it in different ways`, target);
  if (way.by === "nothing") return context.untranslated("U0109", way.reason, target);
  const written = expression(context, target.value);
  // Python raises AttributeError where the value is None.
  const object = has(context.typeOf(target.value), "none")
    ? call(context.runtime("python", "notNone"), [written, string(target.attr)])
    : written;
  switch (way.by) {
    case "__setattr__":
      return call(member(object, "__setattr__"), [string(target.attr), value]);
    case "no setter":
      // What stands to be stored is made, and dropped.
      return call(context.runtime("python", "cannotSet"), [object, value]);
    case "no slot":
      return call(context.runtime("python", "hasNoSlot"), [object, string(target.attr), value]);
    case "args":
      return storeArgs(context, target, object, classes[0]?.libraryBase ?? "", value, type);
    case "assignment":
      return assign(member(object, way.name), value);
  }
}

/** `f.calls = 0`; a wrapper's `__name__` is what `f.name` reads, and its `__doc__` nothing here reads of the function itself. */
function storeInFunction(
  context: Context,
  target: py.Attribute,
  value: ts.Expression,
  type: Type,
): ts.Expression | null {
  const object = expression(context, target.value);
  if (target.attr === "__name__") return call(context.runtime("python", "named"), [value, object]);
  if (isOfFunctions(target.attr)) return null;
  const name = context.names.property(target.attr);
  // TypeScript learns of attributes from a declared function's own name alone, which a method has not.
  return object.type === "Identifier" && isNamedFunction(context, target.value)
    ? assign(member(object, name), needsAnnotation(value, type) ? as(value, tsType(context, type)) : value)
    : method(id("Object"), "assign", [object, objectOf([[name, value]])]);
}

/** What every function has of Python's, and is made of: `func_defaults`, `__code__`. */
const isOfFunctions = (attr: string): boolean =>
  /^__.*__$|^func_(closure|code|defaults|dict|doc|globals|name)$/.test(attr);

/** `self.args = …` of the program's own exception: what the library's exceptions are made from. */
function storeArgs(
  context: Context,
  target: py.Attribute,
  object: ts.Expression,
  base: string,
  value: ts.Expression,
  type: Type,
): ts.Expression {
  const receiver: Type = { k: "lib", name: base };
  const entry = library.memberEntry(receiver, "args");
  const made = entry?.kind === "value" && entry.assign?.(valueEmit(context, object, receiver, target), value, type);
  if (!made) return assign(member(object, context.names.property("args")), value);
  return typeof made === "string" ? context.untranslated("U0103", made, target) : made;
}

/** `module.name = value`: a call of the function by which the module lets others assign it. */
function storeInModule(context: Context, target: py.Attribute, name: string, value: ts.Expression): ts.Expression {
  const module = context.program.byName.get(name);
  const symbol = module?.bindings.module.symbols.get(target.attr);
  if (!module || !symbol)
    return context.untranslated("U0102", `assigning ${name}.${target.attr}, which the module does not have`, target);
  if (!isSettable(symbol) || context.facts.isEntity(symbol))
    return context.untranslated("U0103", `assigning ${name}.${target.attr}, which is no variable there`, target);
  if (module === context.module) return assign(id(context.symbolName(symbol)), value);
  return call(context.imports.member(module, context.names.setter(symbol.name)), [value]);
}
