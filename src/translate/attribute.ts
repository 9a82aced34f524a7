import { describeKinds } from "../analysis/describe.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type { Type } from "../analysis/types.ts";
import {
  as,
  binary,
  call,
  conditional,
  id,
  member,
  neverType,
  nonNull,
  object as objectOf,
  string,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { exceptionClasses } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { adapter } from "./adapter.ts";
import type { Context } from "./context.ts";
import { expression, isMark } from "./expression.ts";
import { objectDict } from "./named-attribute.ts";
import { receiverOf } from "./receiver.ts";
import { standsIn } from "./stand-in.ts";
import { typeNameOf } from "./type-name.ts";
import { members } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";
import { keepsName, reading, type Reading } from "./attribute-reading.ts";
import { emitValue } from "./library-value.ts";
import { missingAttribute } from "./missing-attribute.ts";
import { moduleMember } from "./module-member.ts";

/** `value.attr`, read; with a `!` where it is not None, though it may be elsewhere. */
export function attribute(context: Context, node: py.Attribute): ts.Expression {
  const made = attributeRead(context, node);
  return context.facts.sure.has(node) && !isMark(made) ? nonNull(made) : made;
}

function attributeRead(context: Context, node: py.Attribute): ts.Expression {
  const named = typeNameOf(context, node);
  if (named) return named;
  const above = superAttribute(context, node);
  if (above) return above;
  const receiver = context.typeOf(node.value);
  if (standsIn(context, node))
    return context.untranslated("U0101", `${context.source(node)} as a value: no counterpart`, node);
  const module = moduleMember(context, node, receiver);
  if (module) return module;
  // Python raises an AttributeError.
  if (only(receiver, "none"))
    return call(context.runtime("python", "notNone"), [expression(context, node.value), string(node.attr)]);
  if (receiver.k === "never") return context.untranslated("U0104", `.${node.attr} of a value of unknown type`, node);
  // What a class of the library holds is known without it.
  const held = receiver.k === "libclass" ? library.memberEntry(receiver, node.attr) : null;
  if (held?.kind === "value") return emitValue(context, held, id("undefined"), receiver, node);
  // A method of a built-in type, taken of the type: the type itself is no value.
  const ofType = held?.kind === "function" ? heldMethodOf(context, receiver, node) : null;
  if (ofType) return ofType;
  const all = node.attr === "__dict__" ? objectDict(context, node.value, node) : null;
  if (all) return all;
  const missing = missingAttribute(context, node);
  if (missing) return missing;
  const { object, type } = receiverOf(context, node);
  const made = read(context, node, object, type);
  // Nothing is ever in it where it is read: what gives it a value has raised.
  const isNever =
    context.typeOf(node).k === "never" &&
    members(type).every((m) => m.k === "instance" && m.cls.findAttribute(node.attr)?.type.k === "never") &&
    !isMark(made);
  return isNever ? as(made, neverType()) : made;
}

/** `str.upper` as a value: a function of what the program calls it with; null where it is called in no such way. */
const heldMethodOf = (context: Context, receiver: Type, node: py.Attribute): ts.Expression | null =>
  node.value.kind === "Name" && !context.module.bindings.symbols.get(node.value)
    ? adapter(context, { k: "method", receiver, name: node.attr }, node)
    : null;

/** `super(C, self).x` of a property. */
function superAttribute(context: Context, node: py.Attribute): ts.Expression | null {
  const { value } = node;
  if (value.kind !== "Call" || builtinCalled(context.module.bindings, value) !== "super") return null;
  if (context.frame.cls === null) return context.untranslated("U0109", "super() outside of a method", node);
  const [cls] = value.args.map((arg) => context.typeOf(arg));
  const bases = cls?.k === "class" ? cls.cls.lineage.slice(1) : [];
  const property = bases.find((base) => base.properties.has(node.attr))?.properties.get(node.attr);
  if (!property?.getter) return null;
  const read = member({ type: "Super" }, context.names.property(node.attr));
  return property.getter.fn.async ? call(read) : read;
}

/** The attribute of an object that is translated already. */
function read(context: Context, node: py.Attribute, object: ts.Expression, type: Type): ts.Expression {
  const socket = socketReason(context, node, object, type);
  if (socket) return socket;
  const readings = distinct(type).map((m) => reading(context, node, object, m));
  const [first] = readings;
  if (first && readings.every((r) => r.key === first.key)) return first.make();
  const ofClass = classAttributeOf(context, object, distinct(type), node.attr);
  if (ofClass) return ofClass;
  const byClass = node.value.kind === "Name" ? readByClass(context, object, distinct(type), readings, node.attr) : null;
  if (byClass) return byClass;
  if (node.attr === "__name__") {
    const name = nameOfFunctions(context, object, distinct(type));
    if (name) return name;
  }
  return context.untranslated("U0104", `.${node.attr} of ${describeKinds(type)}`, node);
}

/**
 * `f.__name__` of one of several functions: the name that it has here, or what that stands for,
 * `functionName(sort, { mergeSort: "merge_sort" })`; null where one has another.
 */
function nameOfFunctions(context: Context, object: ts.Expression, types: readonly Type[]): ts.Expression | null {
  const renamed = new Map<string, string>();
  for (const m of types) {
    if (m.k !== "func") return null;
    if (keepsName(context, m)) continue;
    const { fn } = m;
    if (fn.node.kind !== "FunctionDef" || fn.owner !== null || m.wraps !== null) return null;
    renamed.set(context.names.variable(fn.name), fn.name);
  }
  if (renamed.size === 0) return member(object, "name");
  const names = objectOf([...renamed].map(([name, python]) => [name, string(python)]));
  return call(context.runtime("python", "functionName"), [object, names]);
}

/** An attribute that several classes have, each a value of its own: the object's class says which. */
function classAttributeOf(
  context: Context,
  object: ts.Expression,
  types: readonly Type[],
  attr: string,
): ts.Expression | null {
  const classes = types.flatMap((m) => (m.k === "instance" ? [m.cls] : []));
  const [first] = classes;
  if (!first || classes.length !== types.length || !classes.every((cls) => context.classes.isStatic(cls, attr)))
    return null;
  const own = as(member(object, "constructor"), { type: "TSTypeQuery", exprName: context.classId(first) });
  return member(own, context.names.property(attr));
}

/**
 * `e.code`, which exceptions of several classes keep under several names: `e instanceof HTTPError ? e.status : e.code`. At most one
 * alternative is no exception: it comes last, untested.
 */
export function readByClass(
  context: Context,
  object: ts.Expression,
  types: readonly Type[],
  readings: readonly Reading[],
  attr: string,
): ts.Expression | null {
  if (object.type !== "Identifier" || types.some((m) => library.memberEntry(m, attr)?.kind !== "value")) return null;
  const choices = types.map((m, i) => ({
    cls: m.k === "lib" ? exceptionClasses.get(m.name) : undefined,
    reading: readings[i],
  }));
  const [other, ...others] = choices.filter((choice) => !choice.cls);
  const tested = choices.filter((choice) => choice.cls);
  const last = other ?? tested.pop();
  if (others.length > 0 || !last?.reading) return null;
  return tested.reduceRight<ts.Expression>(
    (rest, { cls, reading }) =>
      cls && reading
        ? conditional(binary("instanceof", object, context.runtime(cls.barrel, cls.ts)), reading.make(), rest)
        : rest,
    last.reading.make(),
  );
}

/** The alternatives, without exceptions whose base is among them. */
const distinct = (type: Type): readonly Type[] =>
  members(type).filter(
    (m) =>
      m.k !== "lib" ||
      !members(type).some((other) => other !== m && other.k === "lib" && library.isSubclass(m.name, other.name)),
  );

/** `e.reason.errno`: the reason of a URLError is a text or a socket error, and only the latter has the attribute. */
function socketReason(context: Context, node: py.Attribute, object: ts.Expression, type: Type): ts.Expression | null {
  const errors = distinct(type).filter(
    (m) => m.k === "lib" && library.isSubclass(m.name, "exceptions.EnvironmentError"),
  );
  const [error] = errors;
  const isReason = node.value.kind === "Attribute" && node.value.attr === "reason";
  if (!isReason || errors.length !== 1 || !error || !members(type).every((m) => m.k === "str" || errors.includes(m)))
    return null;
  return reading(
    context,
    node,
    call(context.runtime("http", "asSystemError"), [object, string(node.attr)]),
    error,
  ).make();
}
