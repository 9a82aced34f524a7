import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import { only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";
import type { FuncType, Type } from "../analysis/types.ts";
import { as, call, member, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { isKnown, taking } from "./checked-call.ts";
import { methodOf } from "./class-member.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { tsType } from "./types.ts";

/** A method that has been found, and the class that has it. */
export interface FoundMethod {
  readonly method: FuncType;
  readonly cls: ClassInfo;
}

/** `object.m` as a value: bound to its object, or to its class; a static method is a function by itself. */
export function boundMethod(
  context: Context,
  object: ts.Expression,
  found: FoundMethod,
  name: string,
  node: py.Expression,
): ts.Expression {
  const { fn } = found.method;
  const property = name === "__str__" ? "toString" : context.names.property(name);
  if (fn.binding !== "instance") {
    const owner = classOfObject(context, object, found, name, node);
    return fn.binding === "static" ? member(owner, property) : bound(owner, property);
  }
  const isPlain = isQuiet(context, node);
  if (name === "__repr__")
    return isPlain
      ? call(member(methodOf(context, object, name), "bind"), [object])
      : context.untranslated("U0103", "__repr__ of what is made here, as a value", node);
  if (!isPlain || isKnown(context, fn))
    return isPlain
      ? call(context.runtime("python", "bindMethod"), [object, member(object, property)])
      : call(context.runtime("python", "boundMethod"), [object, string(property)]);
  return bound(object, property);
}

const bound = (object: ts.Expression, property: string): ts.Expression =>
  call(member(member(object, property), "bind"), [object]);

/**
 * The class whose static or class method an object means: by name, unless a subclass may be meant. What makes an object for it alone
 * is not left out.
 */
export function classOfObject(
  context: Context,
  object: ts.Expression,
  { method: { fn }, cls }: FoundMethod,
  name: string,
  node: py.Expression,
): ts.Expression {
  const derived = [...context.facts.classes.values()].filter((c) => c !== cls && c.lineage.includes(cls));
  const isOpen = derived.some((c) => fn.binding === "class" || c.methods.has(name));
  return isOpen || !isQuiet(context, node)
    ? as(member(object, "constructor"), { type: "TSTypeQuery", exprName: context.classId(cls) })
    : context.classId(cls);
}

/** `C.m` as a value: a function that takes the object first, but for a class method; null for a name of the language. */
export function methodOfClass(
  context: Context,
  cls: ts.Expression,
  method: FuncType,
  name: string,
): ts.Expression | null {
  const { fn } = method;
  const property = context.names.property(name);
  if (fn.binding === "static") return member(cls, property);
  if (fn.binding === "class") return bound(cls, property);
  if (/^__.*__$/.test(name)) return null;
  const own = property === name ? [] : [string(name)];
  const made = taking(context, fn, call(context.runtime("python", "unboundMethod"), [cls, string(property), ...own]));
  // Other objects are given to it too: it says what Python says of them.
  const isOwn = (m: Type): boolean => m.k === "instance" && m.cls.lineage.some((c) => c === fn.owner);
  return members(selfType(fn)).every(isOwn) ? made : as(made, tsType(context, { ...method, self: null }));
}

const selfType = (fn: FunctionInfo): Type => {
  const [first] = fn.node.params.positional;
  return (first && fn.passed(first)?.type) ?? { k: "never" };
};

/**
 * `C.m(c, 1)`: c.m(1), or C.prototype.m.call(c, 1) where an object of a derived class may have another. What may be no object of the class is
 * looked at first. Null where it is none for sure.
 */
export function unboundCall(
  context: Context,
  node: py.Call & { readonly func: py.Attribute },
  args: readonly (ts.Expression | ts.SpreadElement)[],
): ts.Expression | null {
  const { attr, value } = node.func;
  const owner = context.typeOf(value);
  const [self, ...rest] = args;
  const [given] = node.args;
  if (owner.k !== "class" || !self || self.type === "SpreadElement" || !given) return null;
  const type = context.typeOf(given);
  const isObject = (m: Type): boolean => m.k === "instance" && m.cls.lineage.includes(owner.cls);
  if (members(type).every(isObject)) {
    const derived = [...context.facts.classes.values()].filter((c) => c !== owner.cls && c.lineage.includes(owner.cls));
    // A constructor makes an object of its own.
    if (attr === "__init__")
      return context.untranslated("U0109", `${owner.cls.name}.__init__() of an object that is there already`, node);
    if (!derived.some((c) => c.methods.has(attr))) return call(methodOf(context, self, attr), rest);
    const own = methodOf(context, member(expression(context, value), "prototype"), attr);
    return call(member(own, "call"), [self, ...rest]);
  }
  const found = owner.cls.findMethod(attr);
  if (!found || !only(type, "instance", "unknown")) return null;
  const method = methodOfClass(context, expression(context, value), found.method, attr);
  return method && call(method, [as(self, { type: "TSTypeReference", typeName: context.classId(owner.cls) }), ...rest]);
}
