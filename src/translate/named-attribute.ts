import { describeKinds } from "../analysis/describe.ts";
import { covers, family, isAnything, namesOf, type NameSet } from "../analysis/attribute-names.ts";
import type { ClassInfo } from "../analysis/entities.ts";
import { members } from "../analysis/join.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import { isOptions, objectHook } from "../analysis/infer-named.ts";
import { slotsOf } from "../analysis/slots.ts";
import { hasDerived } from "../analysis/type-test.ts";
import { array, as, call, construct, statement, string, thisValue } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { storeAttribute } from "./store-attribute.ts";
import { tsType } from "./types.ts";

/**
 * `getattr(object, name)` and its like with a name that is made at run time, of objects of the program: its attributes that may be meant
 * keep Python's names, so that the text is the property's name.
 *   getattr(self, 'do_' + word)(line)  →  (getAttribute(this, `do_${word}`) as (line: string) => void)(line)
 * Null where it is another call.
 */
export function namedAttribute(context: Context, node: py.Call, builtin: string): ts.Expression | null {
  const [subject, name, value] = node.args;
  if (!subject || node.keywords.length > 0 || node.starargs || node.kwargs) return null;
  if (builtin === "vars" && node.args.length === 1) return objectDict(context, subject, node);
  if (builtin === "dir" && node.args.length === 1) return directory(context, subject, node);
  if (!name) return null;
  if (builtin === "setattr" && value && name.kind === "Str")
    return storeAttribute(context, attributeOf(subject, name.value), expression(context, value), context.typeOf(value));
  const functions: Readonly<Record<string, string>> = {
    getattr: value ? "getAttributeOr" : "getAttribute",
    hasattr: "hasAttribute",
    setattr: "setAttribute",
    delattr: "removeAttribute",
  };
  const feature = functions[builtin];
  const asks = members(context.typeOf(subject)).some(
    (m) => m.k === "instance" && m.cls.findMethod("__getattr__") !== null,
  );
  if (feature === undefined || (name.kind === "Str" && builtin !== "delattr" && !asks)) return null;
  const reason = refused(context, node, subject, name, builtin);
  if (reason !== null) return context.untranslated("U0104", reason, node);
  const made = call(context.runtime("python", feature), [
    expression(context, subject),
    expression(context, name),
    ...(value ? [expression(context, value)] : []),
  ]);
  return builtin === "getattr" ? as(made, tsType(context, context.typeOf(node))) : made;
}

/** Why the attributes of such an object cannot be named by a text; null where they can. */
function refused(
  context: Context,
  node: py.Call,
  subject: py.Expression,
  name: py.Expression,
  builtin: string,
): string | null {
  const type = context.typeOf(subject);
  const what = `${builtin}() of ${describeKinds(type)}`;
  const classes = members(type).map((m) => (m.k === "instance" ? m.cls : null));
  if (classes.length === 0 || classes.includes(null)) return `${what} with a name that is made at run time`;
  const names = namesOf(name, { module: context.module, fn: context.frame.fn, facts: context.facts });
  for (const cls of classes.flatMap((c) => (c ? family(context.facts, c) : []))) {
    const reason = refusedOf(context, cls, names, builtin);
    if (reason !== null) return `${what} with a name that is made at run time: ${reason}`;
  }
  return node.args.length > 3 ? "more arguments than it takes" : null;
}

function refusedOf(context: Context, cls: ClassInfo, names: NameSet, builtin: string): string | null {
  if (cls.isOpaque) return "its class is not known";
  const slots = builtin === "setattr" ? slotsOf(cls) : null;
  if (slots !== null && (slots === "unknown" || !names.listed || [...names.listed].some((n) => !slots.has(n))))
    return "its class has __slots__";
  const base = cls.libraryBase;
  // What the library's class has is called otherwise here; a name with an underscore is none of its.
  if (base !== null && !names.listed && !`${names.prefix}${names.suffix}`.includes("_"))
    return `its class derives from ${base}`;
  if (base !== null && [...(names.listed ?? [])].some((n) => library.memberEntry({ k: "lib", name: base }, n) !== null))
    return `its class derives from ${base}`;
  for (const name of [...cls.methods.keys(), ...cls.properties.keys(), ...cls.attributes.keys()]) {
    if (!covers(names, name) || /^__.*__$/.test(name)) continue;
    if (context.names.property(name) !== name && !isRenamed(name)) return `${name} has another name here`;
    const property = cls.properties.get(name);
    if (property && [property.getter, property.setter, property.deleter].some((f) => f?.fn.async))
      return `the property ${name} waits`;
    if (property && builtin === "delattr") return `${name} is a property`;
    if (builtin === "setattr" && cls.methods.has(name) && !isAnything(names)) return `${name} is a method`;
  }
  return null;
}

/** Names that `attributeKey` of the runtime knows to be others. */
const isRenamed = (name: string): boolean =>
  ["constructor", "message", "stack", "cause", "toString", "valueOf", "hasOwnProperty"].includes(name);

/** `object.__setattr__(self, name, value)` and its like; null for another call, or where a class of the program is meant. */
export function ofObject(context: Context, node: py.Call): ts.Expression | null {
  const hook = objectHook(node, context.module);
  if (!hook || context.typeOf(node.func).k === "func") return null;
  const [subject, ...given] = hook.args;
  const feature = hook.name === "__setattr__" ? "storeAttribute" : "dropAttribute";
  return call(context.runtime("python", feature), [
    subject ? expression(context, subject) : thisValue(),
    ...given.flatMap((e) => (e ? [expression(context, e)] : [])),
  ]);
}

/** `vars(object)` and `object.__dict__`. */
export function objectDict(context: Context, subject: py.Expression, node: py.Expression): ts.Expression | null {
  const type = context.typeOf(subject);
  const classes = members(type).flatMap((m) => (m.k === "instance" ? [m.cls] : []));
  const isOfOptions = type.k === "lib" && isOptions(type);
  if (!isOfOptions && (classes.length === 0 || classes.length !== members(type).length)) return null;
  for (const cls of classes.flatMap((c) => family(context.facts, c))) {
    if (cls.libraryBase !== null || cls.isOpaque) {
      const base = cls.libraryBase ?? "a class that has no translation";
      return context.untranslated("U0102", `.__dict__ of an object whose class derives from ${base}`, node);
    }
    if (cls.classAttributes.has("__slots__"))
      return context.untranslated("U0102", ".__dict__ of an object whose class has __slots__", node);
    const other = [...cls.attributes.keys()].find((n) => context.names.property(n) !== n && !isRenamed(n));
    if (other !== undefined)
      return context.untranslated("U0102", `.__dict__ of an object: ${other} has another name here`, node);
  }
  const made = context.typeOf(node);
  const held = made.k === "dict" ? [tsType(context, made.value.type)] : [];
  return {
    ...construct(context.runtime("python", "ObjectDict"), [expression(context, subject)]),
    ...(held.length > 0 && { typeArguments: { type: "TSTypeParameterInstantiation" as const, params: held } }),
  };
}

/** `dir(object)`, of an object whose class is known. */
function directory(context: Context, subject: py.Expression, node: py.Call): ts.Expression | null {
  const type = context.typeOf(subject);
  if (type.k !== "instance") return null;
  const { cls } = type;
  if (
    hasDerived(context.facts, cls) ||
    cls.libraryBase !== null ||
    cls.isOpaque ||
    cls.classAttributes.has("__slots__")
  )
    return context.untranslated("U0102", `dir() of ${describeKinds(type)}`, node);
  const names = cls.lineage.flatMap((c) => [...c.methods.keys(), ...c.properties.keys(), ...c.classAttributes]);
  const all = [...new Set([...names, ...(isNewStyle(cls) ? ofObjects : ofClassicObjects)])].sort();
  return call(context.runtime("python", "attributeNames"), [
    expression(context, subject),
    array(all.map((name) => string(name))),
  ]);
}

const ofClassicObjects = ["__doc__", "__module__"];

/** What `dir()` lists of every object of a class that derives from `object`. */
const ofObjects = (
  "__class__ __delattr__ __dict__ __doc__ __format__ __getattribute__ __hash__ __init__ __module__ __new__ __reduce__ __reduce_ex__ " +
  "__repr__ __setattr__ __sizeof__ __str__ __subclasshook__ __weakref__"
).split(" ");

/** static { classicStyle(this); } of a class that does not derive from `object`, whose objects are asked by texts: errors name them so. */
export function classicStyle(context: Context, cls: ClassInfo): readonly ts.StaticBlock[] {
  const isAsked = family(context.facts, cls).some((c) => context.facts.computed.has(c));
  if (!isAsked || isNewStyle(cls) || cls.lineage.length > 1) return [];
  return [{ type: "StaticBlock", body: [statement(call(context.runtime("python", "classicStyle"), [thisValue()]))] }];
}

/** `subject.name`, where the program says `getattr` or `setattr`. */
export const attributeOf = (subject: py.Expression, name: string): py.Attribute => ({
  kind: "Attribute",
  value: subject,
  attr: name,
  start: subject.start,
  end: subject.end,
});
